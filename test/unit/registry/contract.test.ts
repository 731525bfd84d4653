import t from 'tap';
import { AppError } from '../../../src/errors.js';
import { createContracts } from '../../../src/registry/contract.js';
import { bundle } from '../../../src/registry/derive/bundle.js';
import { FILES } from './fixture.js';

const contracts = createContracts(bundle(FILES));

function faults(name: string, params: unknown): { detail: string; pointer?: string }[] {
  try {
    contracts.validateParams(name, params);
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_params') return error.faults;
    throw error;
  }
  return [];
}

t.test('defaults are filled in, and what every call may carry is known', async (t) => {
  t.same(contracts.validateParams('thing.get', { thing_id: 1, provider: 'lxd', request_id: 'a' }), {
    thing_id: 1,
    provider: 'lxd',
    request_id: 'a',
  });
  t.same(contracts.validateParams('thing.list', undefined), { limit: 1000 });
  t.same(contracts.validateParams('thing.add', { thing_name: 'a', thing_size: '3' }), {
    thing_name: 'a',
    thing_size: '3',
    on_unreachable: 'fail',
  });
  t.equal(faults('thing.get', { thing_id: 1, wait: 3 }).length, 1, 'wait is for long work only');
});

t.test('each fault is one entry with a pointer and a sentence', async (t) => {
  t.same(faults('thing.get', {}), [{ detail: 'thing_id is missing: it is required', pointer: '/thing_id' }]);
  t.same(faults('thing.get', { thing_id: 'x' }), [
    { detail: 'thing_id must be a whole number', pointer: '/thing_id' },
  ]);
  t.same(faults('thing.get', { thing_id: 1, thing_kind: 'green' }), [
    { detail: 'thing_kind must be one of red, blue', pointer: '/thing_kind' },
  ]);
  t.same(faults('thing.get', { thing_id: 1, thing_kin: 'red' }), [
    { detail: 'thing_kin is not known here: did you mean thing_kind?', pointer: '/thing_kin' },
  ]);
  t.same(faults('thing.add', { thing_pin: '1' }), [
    { detail: 'params need thing_id, or thing_name and thing_size', pointer: '' },
  ]);
  t.same(faults('thing.add', { thing_id: 1, thing_size: true }), [
    { detail: 'thing_size must be a whole number or text', pointer: '/thing_size' },
  ]);
  t.same(faults('thing.list', { filter: { name: {} } })[0]?.pointer, '/filter/name');
  t.same(faults('thing.get', []), [{ detail: 'params must be an object', pointer: '' }]);
  t.equal(faults('thing.get', { thing_kind: 1, other: 1 }).length, 3, 'all faults at once');
});

t.test('SEC-23: unknown and dangerous members are refused without effect', async (t) => {
  for (const name of ['id', 'owner_id', 'role', 'constructor', 'toString', '__proto__']) {
    const params = JSON.parse(`{"thing_id":1,"${name}":{"polluted":true}}`) as object;
    t.match(faults('thing.get', params)[0]?.detail, /is not known here/, name);
  }
  t.equal(({} as { polluted?: boolean }).polluted, undefined);
});

t.test('results are told when they break their contract', async (t) => {
  t.equal(contracts.resultFault('thing.get', { data: { attributes: { thing_name: 'a' } } }), null);
  t.match(contracts.resultFault('thing.get', { data: { attributes: {} } }), /thing_name/);
  t.equal(contracts.resultFault('thing.list', 17), null, 'no result declared, none checked');
});
