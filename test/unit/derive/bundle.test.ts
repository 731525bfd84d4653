import t from 'tap';
import { parse } from 'yaml';
import { bundle } from '../../../src/registry/derive/bundle.js';
import { catalogModule, resultKind } from '../../../src/registry/derive/catalog.js';
import { pages } from '../../../src/registry/derive/docs.js';
import { openapiText } from '../../../src/registry/derive/openapi.js';
import { openrpc } from '../../../src/registry/derive/openrpc.js';
import { methodsModule, migrationsModule } from '../../../src/registry/derive/tables.js';
import { contractTypes } from '../../../src/registry/derive/types.js';
import { FILES } from '../registry/fixture.js';

const all = bundle(FILES);

t.test('every file has a key and every reference leads to one', async (t) => {
  t.hasProps(all.defs, ['Thing', 'Ack', 'ThingGetParams', 'ThingGetResult', 'ThingAddedEvent']);
  t.match(all.defs['ThingAddedEvent'], { properties: { thing: { $ref: '#/$defs/Thing' } } });
  t.equal(
    all.contracts.find(({ name }) => name === 'thing.add')?.result,
    'Ack',
    'a bare reference names its target',
  );
  t.notOk('ThingAddResult' in all.defs);
});

t.test('mistakes in files are named', async (t) => {
  const broken = (path: string, file: object) => () =>
    bundle({ ...FILES, [path]: { ...FILES[path], ...file } });
  t.throws(broken('thing.get.json', { method: 'thing.got' }), /schemas\/thing.get.json: "method"/);
  t.throws(broken('thing.get.json', { result: { $ref: 'defs/none.json' } }), /names no file/);
  t.throws(
    broken('thing.get.json', { result: { $ref: 'defs/thing.json#/properties/none' } }),
    /leads nowhere/,
  );
  t.throws(broken('events/thing.added.json', { type: 'x' }), /"type" must be/);
  t.throws(broken('thing-get.json', { method: 'thing-get', params: { type: 'object' } }), /is taken/);
});

t.test('types: params after defaults, input before', async (t) => {
  const text = await contractTypes(all);
  t.match(text, /export interface ThingAddParams \{[^}]*thing_size: number \| string;/);
  t.match(text, /export interface ThingAddInput \{[^}]*thing_size\?: number \| string;/);
  t.match(text, /'thing.add': \{\n {4}params: ThingAddParams;\n {4}input: ThingAddInput;\n {4}result: Ack;/);
  t.match(text, /'house.alive': \{[^}]*public: true;/);
  t.match(text, /'thing.added': ThingAddedEvent;/);
  t.notMatch(text, /referenced by|RootOfAll|export type Name\b/);
});

t.test('tables of modules', async (t) => {
  t.match(methodsModule(['ssh-key.add']), /import sshKeyAddMethod from '..\/methods\/ssh-key.add.js';/);
  const text = migrationsModule(['0002_b', '0001_a']);
  t.ok(text.indexOf("name: '0001_a'") < text.indexOf("name: '0002_b'"));
});

t.test('openapi has every path, and references inside it only', async (t) => {
  const text = openapiText(all, '1.2.3');
  const document = parse(text) as { paths: Record<string, object>; components: { schemas: object } };
  t.hasProps(document.paths, ['/v1/thing.get', '/rpc', '/v1/socket']);
  t.same(Object.keys(document.paths['/v1/thing.get'] ?? {}), ['get', 'post']);
  for (const [, key] of text.matchAll(/\$ref: ["']?#\/components\/schemas\/(\w+)/g)) {
    t.ok(key !== undefined && key in document.components.schemas, `${key ?? ''} is there`);
  }
  t.notMatch(text, /\$defs/);
});

t.test('openrpc, catalogue and pages', async (t) => {
  const document = openrpc(all, '1.2.3') as { methods: { name: string }[] };
  t.equal(document.methods.length, all.contracts.length);
  t.notMatch(JSON.stringify(document), /\$defs/);
  const kinds = Object.fromEntries(
    all.contracts.map((contract) => [contract.name, resultKind(all.defs, contract)]),
  );
  t.match(kinds, {
    'thing.get': 'single',
    'thing.list': 'list',
    'thing.add': 'ack',
    'user.self': 'document',
  });
  t.match(catalogModule(all), /"thing.get": \{/);
  const texts = pages(all, []);
  t.match(texts['methods/thing.add.md'], /`thing_size` \| integer or string \| default `1`/);
  t.match(texts['permissions.md'], /`admin` \| `fleet.burn`\\\*/);
  t.match(texts['methods/README.md'], /`thing.added` \| `thing`/);
});
