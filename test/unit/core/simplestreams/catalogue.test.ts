// The catalogue as text, and which of its versions are over age.
import { createHash } from 'node:crypto';
import t from 'tap';
import { readProducts } from '../../../../src/core/objects/image-catalogue.js';
import { fingerprintsOf, renderCatalogue, versionsOf } from '../../../../src/core/simplestreams/catalogue.js';
import { overAge } from '../../../../src/core/simplestreams/retention.js';
import {
  type ProductWish,
  checkSerialForm,
  parseProductKey,
  productFields,
  serialForm,
} from '../../../../src/core/simplestreams/grammar.js';
import type { CatalogueRow, ProductRow } from '../../../../src/db/simplestreams.js';

const AT = Date.UTC(2025, 10, 21, 4, 30);
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
const hex = (text: string): string => hash(text).toString('hex');

function product(id: number, over: Partial<ProductRow> = {}): ProductRow {
  return {
    id,
    os: 'busybox',
    release: '1.36',
    release_title: '1.36',
    arch: 'amd64',
    variant: 'default',
    aliases: 'busybox/1.36/default,busybox/1.36',
    support_eol: '',
    requirements: '{}',
    keep_serials: null,
    lifetime_days: null,
    created_by: 1,
    created_at: AT,
    deleted_at: null,
    ...over,
  };
}

const made = { items: 0 };

function row(version: number, ftype: string, over: Partial<CatalogueRow> = {}): CatalogueRow {
  made.items += 1;
  return {
    product_id: 1,
    version_id: version,
    serial: `2025112${version}_0430`,
    retired_at: null,
    item_id: made.items,
    ftype,
    sha256: hash(`${version} ${ftype}`),
    size: 100 + made.items,
    created_at: AT + version * 1000,
    combined: null,
    ...over,
  };
}

t.test('index and products as both clients read them', (t) => {
  const meta = row(1, 'lxd.tar.xz');
  const root = row(1, 'squashfs', { combined: hash('fs'), created_at: AT + 60_000 });
  const disk = row(1, 'disk-kvm.img', { combined: hash('vm') });
  const lone = row(2, 'squashfs');
  const products = [
    product(1, { requirements: '{"secureboot":"false"}', support_eol: '2030-01-01' }),
    product(2, { release: '1.37' }),
  ];
  const made = renderCatalogue(products, [lone, meta, root, disk]);
  const combined = { combined_squashfs_sha256: hex('fs'), 'combined_disk-kvm-img_sha256': hex('vm') };
  const file = (one: CatalogueRow, ftype: string, ending: string, more = {}) => ({
    ftype,
    path: `images/${one.sha256.toString('hex')}.${ending}`,
    sha256: one.sha256.toString('hex'),
    size: one.size,
    ...more,
  });
  const updated = 'Fri, 21 Nov 2025 04:31:00 +0000';
  t.same(JSON.parse(made.index), {
    format: 'index:1.0',
    updated,
    index: {
      images: {
        datatype: 'image-downloads',
        format: 'products:1.0',
        path: 'streams/v1/images.json',
        updated,
        products: ['busybox:1.36:amd64:default'],
      },
    },
  });
  t.same(JSON.parse(made.images), {
    content_id: 'images',
    datatype: 'image-downloads',
    format: 'products:1.0',
    updated,
    products: {
      'busybox:1.36:amd64:default': {
        aliases: 'busybox/1.36/default,busybox/1.36',
        arch: 'amd64',
        os: 'busybox',
        release: '1.36',
        release_title: '1.36',
        variant: 'default',
        support_eol: '2030-01-01',
        requirements: { secureboot: 'false' },
        lxd_requirements: { secureboot: 'false' },
        versions: {
          '20251121_0430': {
            label: 'release',
            items: {
              'lxd.tar.xz': file(meta, 'lxd.tar.xz', 'lxd.tar.xz', combined),
              'incus.tar.xz': file(meta, 'incus.tar.xz', 'lxd.tar.xz', combined),
              squashfs: file(root, 'squashfs', 'squashfs'),
              'disk-kvm.img': file(disk, 'disk-kvm.img', 'qcow2'),
            },
          },
        },
      },
    },
  });
  t.equal(made.hash, createHash('sha256').update(made.images).digest('hex'));
  t.equal(made.revision, made.hash.slice(0, 16));
  t.equal(renderCatalogue(products, [lone, meta, root, disk]).images, made.images, 'equal rows, equal bytes');
  const prints = (flavour: 'lxd' | 'incus') =>
    readProducts([JSON.parse(made.images)], flavour)
      .map(({ fingerprint }) => fingerprint)
      .sort();
  t.same(prints('lxd'), [hex('fs'), hex('vm')].sort());
  t.same(prints('incus'), prints('lxd'), 'Incus sees the same images');
  t.equal(made.files.has(`${lone.sha256.toString('hex')}.squashfs`), false, 'SEC-55 incomplete: no file');
  t.equal(made.files.size, 3);
  t.equal(versionsOf([meta, root, disk])[0]?.completed_at, AT + 1000, 'complete with the first pair');
  t.same(
    fingerprintsOf({ items: [meta, root, disk] }).map(({ type }) => type),
    ['container', 'virtual-machine'],
  );
  t.end();
});

t.test('a retired version is not listed, and its files answer on', (t) => {
  const old = row(1, 'lxd_combined.tar.gz', { retired_at: AT + 5000 });
  const fresh = row(2, 'lxd_combined.tar.gz');
  const made = renderCatalogue([product(1)], [fresh, old]);
  t.same(
    made.versions.map(({ serial }) => serial),
    ['20251122_0430'],
  );
  t.equal(made.files.size, 2);
  t.notMatch(made.images, old.sha256.toString('hex'));
  t.same(JSON.parse(renderCatalogue([product(1)], []).index), {
    format: 'index:1.0',
    updated: 'Thu, 01 Jan 1970 00:00:00 +0000',
    index: {
      images: {
        datatype: 'image-downloads',
        format: 'products:1.0',
        path: 'streams/v1/images.json',
        updated: 'Thu, 01 Jan 1970 00:00:00 +0000',
        products: [],
      },
    },
  });
  t.end();
});

t.test('over age: by a newer complete version, never the newest', (t) => {
  const day = 86_400_000;
  const aged = (rows: CatalogueRow[], now: number): string[] =>
    overAge(versionsOf(rows), () => 7 * day, now).map(({ serial }) => serial);
  const [one, two] = [row(1, 'lxd_combined.tar.gz'), row(2, 'lxd_combined.tar.gz')];
  const later = two.created_at + 7 * day;
  t.same(aged([two, one], later), ['20251121_0430']);
  t.same(aged([two, one], later - 1), [], 'not before its time');
  t.same(aged([one], AT + 1000 * day), [], 'the newest never');
  t.same(aged([row(2, 'squashfs'), one], AT + 1000 * day), [], 'a newer one that never got complete is none');
  t.same(aged([two, row(1, 'squashfs')], later), ['20251121_0430'], 'what was left incomplete goes too');
  t.same(aged([two, { ...one, product_id: 2 }], later), [], 'each product by itself');
  t.end();
});

t.test('SEC-50 keys and serials', (t) => {
  t.same(parseProductKey('busybox:1.36:x86_64:default'), {
    os: 'busybox',
    release: '1.36',
    arch: 'amd64',
    variant: 'default',
  });
  for (const key of [
    '',
    'a:b:c',
    'a:b:amd64:d:e',
    '../x:1:amd64:default',
    'a:1:abacus:default',
    'A:1:amd64:default',
  ])
    t.equal(parseProductKey(key), null, key);
  t.equal(serialForm('20251121'), 'YYYYMMDD');
  t.equal(serialForm('20251121_0430'), 'YYYYMMDD_HHMM');
  t.equal(serialForm('20240229_04:30'), 'YYYYMMDD_HH:MM');
  for (const bad of [
    '20250229',
    '20251301',
    '20251121_2400',
    '20251121_0460',
    '2025112',
    '20251121_04',
    'x',
    '',
  ])
    t.throws(() => serialForm(bad), { code: 'invalid_params' }, bad);
  t.throws(() => checkSerialForm('20251121', '20251120_0430'), { message: /YYYYMMDD_HHMM/ });
  t.doesNotThrow(() => checkSerialForm('20251121_0431', '20251120_0430'));
  const wish = { os: 'a', release: '1', arch: 'aarch64', release_title: '', variant: '', aliases: '' };
  t.match(productFields(wish), {
    arch: 'arm64',
    variant: 'default',
    release_title: '1',
    aliases: ['a/1/default', 'a/1'],
  });
  t.same(productFields({ ...wish, variant: 'cloud' }).aliases, ['a/1/cloud']);
  t.throws(() => productFields({ ...wish, release_title: 'a\u0007' }), { code: 'invalid_params' });
  const mistaken = { message: /a\/1\/armhf would lead/ };
  t.throws(() => productFields({ ...wish, variant: 'armhf' }), mistaken, 'clients read it as a/1 on armhf');
  t.same(productFields({ ...wish, variant: 'armhf', aliases: 'a/hf' }).aliases, ['a/hf']);
  const more = { requirements: { secureboot: 'false', a: 'b' }, support_eol: '2030-01-31' };
  t.match(productFields({ ...wish, ...more }), {
    requirements: '{"a":"b","secureboot":"false"}',
    support_eol: '2030-01-31',
  });
  const wrong: Partial<ProductWish>[] = [
    { requirements: { A: 'b' } },
    { requirements: { a: '\u0007' } },
    { support_eol: '2030-02-30' },
  ];
  for (const bad of wrong)
    t.throws(() => productFields({ ...wish, ...bad }), { code: 'invalid_params' }, JSON.stringify(bad));
  t.end();
});
