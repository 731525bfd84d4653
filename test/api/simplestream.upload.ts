// simplestream.upload.*: chunks that are durable or refused, room that is reserved beforehand, one end however often.
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { metadataOnly, sha256, squashfs, unifiedImage, uploadImage } from '../support/images.js';
import { sendChunk, uploadInChunks } from '../support/uploads.js';
import type { World } from '../support/world.js';
import { type Resource, apiCase, codeOf, detailOf, history, must, refused } from './case.js';

const MB = 1_048_576;
const SERIAL = '20251121_0430';
const BUSYBOX = { product_os: 'busybox', product_release: '1.36', product_arch: 'amd64' };
const SMALL = { app: { env: { GANTRY_SIMPLESTREAM_CHUNK_MB: '1' } } };

type Dict = Record<string, unknown>;

async function ask(world: World, method: string, params: Dict, token = world.adminToken): Promise<Dict> {
  return (await must(world, method, params, token)).attributes;
}

async function addProduct(world: World, more: object = {}): Promise<number> {
  return (await must(world, 'simplestream.add', { ...BUSYBOX, ...more }, world.adminToken)).id;
}

const partials = (world: World): Promise<string[]> =>
  readdir(join(world.app.dir, 'blobs', 'partial')).catch(() => []);

/** A squashfs of which most is noise. */
function rootFile(size: number): Buffer {
  const bytes = randomBytes(size);
  squashfs('', 4096).copy(bytes, 0, 0, 512);
  return bytes;
}

export const cases = [
  apiCase(
    'REL-54 chunks become durable one by one, and nothing else does',
    async (t, world) => {
      const product_id = await addProduct(world);
      const file = rootFile(2.5 * MB);
      const wish = { file_sha256: sha256(file), file_size: file.length };
      const begin = { product_id, product_version_serial: SERIAL, ...wish };
      const begun = await ask(world, 'simplestream.upload.begin', begin);
      t.match(begun, { offset: 0, chunk_size: MB, upload_finished: false, product_version_serial: SERIAL });
      const upload_id = String(begun['upload_id']);
      const status = (): Promise<Dict> => ask(world, 'simplestream.upload.status', { upload_id });
      const send = (offset: number, bytes: Uint8Array, more: Record<string, string> = {}) =>
        sendChunk(world.url, world.adminToken, { upload_id, offset }, bytes, more);
      const part = (offset: number, size = MB): Buffer => file.subarray(offset, offset + size);

      const wrong = await send(0, part(0), { chunk_sha256: '0'.repeat(64) });
      t.equal(codeOf(wrong), 'invalid_params');
      t.match(detailOf(wrong), /from offset 0$/);
      t.equal(codeOf(await send(MB, part(MB))), 'conflict', 'a hole');
      t.equal(codeOf(await send(0, part(0, MB + 1))), 'too_large', 'longer than a chunk may be');
      t.equal(codeOf(await send(0, part(0, 0))), 'invalid_params', 'no bytes');
      t.equal((await status())['offset'], 0, 'nothing advanced');

      t.match((await send(0, part(0))).body, { data: { attributes: { upload_id, offset: MB } } });
      t.match((await send(0, part(0))).body, { data: { attributes: { offset: MB } } }, 'the same again');
      t.match((await send(0, part(0, 1000))).body, { data: { attributes: { offset: MB } } }, 'a part of it');
      const other = await send(0, rootFile(MB));
      t.equal(codeOf(other), 'conflict', 'other bytes for what is there');
      t.match(detailOf(other), `must be ${MB}`);
      t.equal(codeOf(await send(MB / 2, part(MB / 2))), 'conflict', 'across the durable offset');
      t.equal(codeOf(await send(MB, rootFile(MB), { chunk_sha256: '1'.repeat(64) })), 'invalid_params');
      t.same((await ask(world, 'simplestream.upload.begin', begin))['offset'], MB, 'begin finds it again');
      t.equal(
        await refused(world, 'simplestream.upload.begin', { ...begin, file_size: 5 }, world.adminToken),
        'conflict',
      );
      t.equal(
        await refused(world, 'simplestream.upload.finish', { upload_id }, world.adminToken),
        'conflict',
        'too early',
      );

      const [a, b] = await Promise.all([send(MB, part(MB)), send(MB, part(MB))]);
      t.same([codeOf(a), codeOf(b)], ['ok', 'ok'], 'the same chunk twice at once: one after the other');
      t.equal(
        codeOf(await send(2 * MB, Buffer.concat([part(2 * MB), Buffer.alloc(9)]))),
        'conflict',
        'beyond the end',
      );
      const stream = new ReadableStream<Uint8Array>({
        start: (c) => {
          for (let n = 0; n < 40; n += 1) c.enqueue(new Uint8Array(65_536));
          c.close();
        },
      });
      const endless = await sendChunk(
        world.url,
        world.adminToken,
        { upload_id, offset: 2 * MB },
        stream,
      ).catch(() => null);
      t.ok(endless === null || codeOf(endless) === 'too_large', 'a chunk of unknown length is cut off');
      t.match((await send(2 * MB, part(2 * MB))).body, { data: { attributes: { offset: file.length } } });
      t.equal(codeOf(await send(file.length, Buffer.from('x'))), 'conflict', 'nothing behind the end');

      t.same(await partials(world), [upload_id]);
      const made = await ask(world, 'simplestream.upload.finish', { upload_id });
      t.match(made, { file_type: 'squashfs', file_sha256: sha256(file), product_version_listed: false });
      t.same(await ask(world, 'simplestream.upload.finish', { upload_id }), made, 'finishing again');
      t.match(await status(), { upload_finished: true, offset: file.length });
      t.same(await partials(world), []);
      t.equal(codeOf(await send(0, part(0))), 'conflict', 'finished is finished');
      const oneShot = await uploadImage(world.url, world.adminToken, file, {
        product_id,
        product_version_serial: SERIAL,
      });
      t.same((oneShot.body['data'] as Resource).attributes, made, 'the same as in one call');

      const meta = await metadataOnly();
      const call = (method: string, params: Dict): Promise<Dict> => ask(world, method, params);
      const at = { url: world.url, token: world.adminToken };
      const whole = await uploadInChunks(call, at, meta, { product_id, product_version_serial: SERIAL });
      t.match(whole, { product_version_listed: true, image_fingerprints: [sha256(meta, file)] });
      const published = await history(world, { type: ['image.published'] });
      t.equal(published.length, 1);
      t.match(await ask(world, 'simplestream.upload.finish', { upload_id }), {
        product_version_listed: true,
        image_fingerprints: [sha256(meta, file)],
      });

      const audit = await must<Resource[]>(world, 'audit.list', { limit: 1000 }, world.adminToken);
      const rows = audit.filter(({ attributes }) =>
        JSON.stringify(attributes).includes('"simplestream.upload.chunk"'),
      );
      t.ok(rows.length >= 14, 'SEC-80 every chunk has its row');
    },
    SMALL,
  ),

  apiCase('SEC-52, SEC-50 what is not what was stated, or no image, is thrown away', async (t, world) => {
    const product_id = await addProduct(world);
    const file = await unifiedImage();
    const call = (method: string, params: Dict): Promise<Dict> => ask(world, method, params);
    const begin = async (bytes: Buffer, stated: string): Promise<string> => {
      const params = {
        product_id,
        product_version_serial: SERIAL,
        file_sha256: stated,
        file_size: bytes.length,
      };
      const upload_id = String((await call('simplestream.upload.begin', params))['upload_id']);
      const sent = await sendChunk(world.url, world.adminToken, { upload_id, offset: 0 }, bytes);
      t.equal(codeOf(sent), 'ok');
      return upload_id;
    };
    const finish = (upload_id: string): Promise<string> =>
      refused(world, 'simplestream.upload.finish', { upload_id }, world.adminToken);
    const flipped = Buffer.from(file);
    flipped[20] = (flipped[20] ?? 0) ^ 1;
    const bad = await begin(flipped, sha256(file));
    t.equal(await finish(bad), 'invalid_params', 'one bit is another hash');
    t.equal(await finish(bad), 'not_found', 'and it is gone');
    const noise = randomBytes(5000);
    const none = await begin(noise, sha256(noise));
    t.equal(await finish(none), 'invalid_params', 'no image');
    t.equal(await finish(none), 'not_found');
    t.same(await partials(world), []);
    t.same(await must<Resource[]>(world, 'simplestream.images'), []);

    const arm = {
      product_id,
      product_version_serial: '20251121',
      file_sha256: sha256(file),
      file_size: file.length,
    };
    const made = await call('simplestream.upload.begin', { ...arm, product_version_serial: SERIAL });
    for (const [why, params, code] of [
      ['a product that is not there', { ...arm, product_id: 99 }, 'not_found'],
      ['no date', { ...arm, product_version_serial: '20251340' }, 'invalid_params'],
      [
        'too large',
        { ...arm, product_version_serial: SERIAL, file_size: 2 ** 40, file_sha256: '1'.repeat(64) },
        'too_large',
      ],
    ] as const)
      t.equal(await refused(world, 'simplestream.upload.begin', params, world.adminToken), code, why);
    t.equal(await refused(world, 'simplestream.upload.begin', arm), 'forbidden', 'who is no administrator');

    const upload_id = String(made['upload_id']);
    await world.app.must('user.update', { user_id: 2, user_admin: true }, { token: world.adminToken });
    const theirs = world.userToken;
    for (const method of ['status', 'finish']) {
      t.equal(
        await refused(world, `simplestream.upload.${method}`, { upload_id }, theirs),
        'not_found',
        `SEC-20 ${method}`,
      );
    }
    const foreign = await sendChunk(world.url, theirs, { upload_id, offset: 0 }, file);
    t.equal(codeOf(foreign), 'not_found', 'SEC-55 a chunk for the upload of another');
    const nobody = await sendChunk(world.url, null, { upload_id, offset: 0 }, file);
    t.equal(codeOf(nobody), 'unauthenticated');
    const mine = await ask(
      world,
      'simplestream.upload.begin',
      { ...arm, product_version_serial: SERIAL },
      theirs,
    );
    t.match(mine, { offset: 0 });
    t.not(mine['upload_id'], upload_id, 'the same file of another user is another upload');
  }),

  apiCase(
    'SEC-53 room is reserved before the first byte, and given back',
    async (t, world) => {
      const product_id = await addProduct(world);
      const quota = { user_id: 1, quota_resource: 'image_mb' };
      await ask(world, 'quota.set', { ...quota, quota_maximum: 3 });
      const begin = (name: string, size: number): Promise<string> =>
        refused(
          world,
          'simplestream.upload.begin',
          {
            product_id,
            product_version_serial: SERIAL,
            file_sha256: sha256(Buffer.from(name)),
            file_size: size,
          },
          world.adminToken,
        );
      t.equal(await begin('a', 2 * MB), 'ok');
      t.equal(await begin('a', 2 * MB), 'ok', 'the same again takes nothing more');
      t.equal(await begin('b', 2 * MB), 'quota_exceeded', 'not one byte was sent');
      const file = rootFile(1.5 * MB);
      const shot = (bytes: Uint8Array) =>
        uploadImage(world.url, world.adminToken, bytes, { product_id, product_version_serial: SERIAL });
      t.equal(codeOf(await shot(file)), 'quota_exceeded', 'in one call just the same');
      const used = async (): Promise<unknown> =>
        (await must<Resource[]>(world, 'quota.list', { user_id: 1 }, world.adminToken)).find(
          ({ attributes }) => attributes['quota_resource'] === 'image_mb',
        )?.attributes['quota_used'];
      t.equal(await used(), 2);
      await ask(world, 'quota.set', { ...quota, quota_maximum: 4 });
      const many = await Promise.all([shot(file), shot(rootFile(1.5 * MB))]);
      t.ok(
        many.some((one) => codeOf(one) === 'quota_exceeded'),
        'two at once do not both fit',
      );
      await ask(world, 'quota.set', { ...quota, quota_maximum: null });
      t.equal(await begin('c', 10 * MB), 'no_capacity', 'the bound of all');
      t.equal(codeOf(await shot(rootFile(10 * MB))), 'no_capacity');
    },
    { app: { env: { GANTRY_SIMPLESTREAM_MAX_MB: '9' } } },
  ),

  apiCase('without a serial it is the time, or that of the last attempt', async (t, world) => {
    const product_id = await addProduct(world);
    const call = (method: string, params: Dict): Promise<Dict> => ask(world, method, params);
    const at = { url: world.url, token: world.adminToken };
    const [meta, root] = [await metadataOnly(), rootFile(4096)];
    const begin = (file: Buffer, more: Dict = {}): Promise<Dict> =>
      call('simplestream.upload.begin', {
        product_id,
        file_sha256: sha256(file),
        file_size: file.length,
        ...more,
      });
    const serial = String((await begin(meta))['product_version_serial']);
    t.match(serial, /^\d{8}_\d{4}$/);
    t.equal((await begin(meta))['product_version_serial'], serial, 'begun again');
    t.not((await begin(root))['product_version_serial'], serial, 'another file is another version');
    await uploadInChunks(call, at, meta, { product_id });
    t.equal((await begin(meta))['product_version_serial'], serial, 'there, but its version is not complete');
    await uploadInChunks(call, at, root, { product_id, product_version_serial: serial });
    const next = String((await begin(meta))['product_version_serial']);
    t.ok(next > serial, 'once complete, a new one');
    t.not((await begin(rootFile(5000)))['product_version_serial'], next, 'what is begun is taken');
  }),
];
