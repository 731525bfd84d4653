// Asking for an image to be taken into our image server: who may, from where, and whether it is there at all.
import type { Db } from '../../db/open.js';
import type { ProductRow } from '../../db/simplestreams.js';
import { AppError, invalid } from '../../errors.js';
import type { ImportInput, ImportSource } from '../../operations/kinds/simplestream.import.js';
import { type Caller, actorOf, requireAdmin } from '../access.js';
import type { Audit } from '../audit.js';
import type { Fleet } from '../fleet.js';
import type { Hosts } from '../hosts.js';
import type { ImageServers, RemoteImage } from '../image-servers.js';
import { type InstanceName, type InstanceWork, unreachable } from '../instance-work.js';
import { canonicalArchitecture } from '../objects/architectures.js';
import { byFingerprint } from '../objects/fingerprint.js';
import type { Accepted, LongOptions, Operations } from '../operations.js';
import { checkSerial, findProduct } from './upload.js';
import { serialForm } from './grammar.js';

/** A version, and the one place its image comes from. */
export interface ImportWish extends InstanceName {
  /** Number, its text, or the key of the product. */
  product: number | string;
  serial: string;
  image_fingerprint?: string | undefined;
  snapshot_name?: string | undefined;
  image_server_host?: string | undefined;
  instance_image?: string | undefined;
}

/** Asks for imports. */
export type Importer = (caller: Caller, wish: ImportWish, options: LongOptions) => Promise<Accepted>;

export interface ImportDeps {
  db: Db;
  audit: Audit;
  fleet: Fleet;
  hosts: Hosts;
  work: Pick<InstanceWork, 'open' | 'find'>;
  operations: Operations;
  imageServers: ImageServers;
  requireEnabled: () => void;
}

const SNAPSHOT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

/** Makes it; administrators only, as for uploads. */
export function createImporter(deps: ImportDeps): Importer {
  const { db, fleet, hosts } = deps;

  /** Who does not see the server or the instance is not told that it exists (SEC-20). */
  const refuse = async (caller: Caller, wish: ImportWish): Promise<void> => {
    const { instance_id, server_id, instance_name } = wish;
    if (instance_id !== undefined || instance_name !== undefined) {
      await deps.work.find(caller, { instance_id, server_id, instance_name });
    } else if (server_id !== undefined) await fleet.get(caller, server_id);
  };

  const ofHost = async (
    caller: Caller,
    wish: ImportWish,
    product: ProductRow,
    options: LongOptions,
  ): Promise<ImportSource> => {
    const given = wish.image_fingerprint ?? '';
    if (wish.server_id === undefined) throw invalid('server_id', 'must name the server that has the image');
    const server = await fleet.get(caller, wish.server_id);
    const host = hosts.online(server.id);
    if (host === null) {
      if (options.on_unreachable !== 'queue') throw unreachable(server);
      if (!/^[0-9a-f]{64}$/i.test(given)) {
        throw invalid('image_fingerprint', 'must be of all 64 digits while the server is away');
      }
      return { kind: 'image', server_id: server.id, fingerprint: given.toLowerCase(), size: 0 };
    }
    const found = byFingerprint(await host.images(), 'image_fingerprint', given);
    checkArchitecture(found.architecture, product, 'image_fingerprint');
    return { kind: 'image', server_id: server.id, fingerprint: found.fingerprint, size: found.size };
  };

  const ofSnapshot = async (
    caller: Caller,
    wish: ImportWish,
    snapshot: string,
    options: LongOptions,
  ): Promise<ImportSource> => {
    if (!SNAPSHOT.test(snapshot)) throw invalid('snapshot_name', 'must be the name of a snapshot');
    const name: InstanceName = {
      instance_id: wish.instance_id,
      server_id: wish.server_id,
      instance_name: wish.instance_name,
    };
    const { row, server, waiting } = await deps.work.open(caller, name, options);
    if (row.type !== 'container') {
      throw new AppError(
        'unsupported',
        `${row.lxd_name} is a virtual machine: hosts make images of these in a form that image servers cannot offer`,
      );
    }
    const host = hosts.online(server.id);
    const ref = { project: row.lxd_project, name: row.lxd_name };
    if (host !== null && !waiting && (await host.snapshot(ref, snapshot)) === null) {
      const detail = `snapshot_name ${snapshot} is no snapshot of ${row.lxd_name}`;
      throw new AppError('not_found', detail, { faults: [{ detail, pointer: '/snapshot_name' }] });
    }
    return { kind: 'snapshot', server_id: server.id, project: ref.project, instance: ref.name, snapshot };
  };

  const ofServer = async (
    caller: Caller,
    { image_server_host: url = '', instance_image: image = '' }: ImportWish,
    product: ProductRow,
  ): Promise<ImportSource> => {
    if (url === '') throw invalid('image_server_host', 'must be the URL of an image server');
    if (image === '') throw invalid('instance_image', 'must be an alias or a fingerprint there');
    const { imageServers } = deps;
    if (imageServers.isOwn(url)) throw invalid('image_server_host', 'must be another image server than ours');
    const any = actorOf(caller).is_admin;
    const architecture = canonicalArchitecture(product.arch);
    for (const flavour of ['lxd', 'incus'] as const) {
      const offers = await imageServers.images(url, { any, flavour });
      const found = findImage(
        offers.filter((one) => one.architecture === architecture),
        image,
      );
      if (found === undefined) continue;
      if (found.files.some(({ size }) => size === 0)) {
        throw new AppError(
          'host_failed',
          'image_server_host does not say how large the files of this image are',
        );
      }
      return { kind: 'remote', url, fingerprint: found.fingerprint, files: [...found.files] };
    }
    const detail = `instance_image ${image} is not offered there for ${product.arch}`;
    throw new AppError('not_found', detail, { faults: [{ detail, pointer: '/instance_image' }] });
  };

  return async (caller, wish, options) => {
    if (!actorOf(caller).is_admin) await refuse(caller, wish);
    requireAdmin(caller);
    deps.requireEnabled();
    const product = await findProduct(db, wish.product);
    serialForm(wish.serial);
    await checkSerial(db.read, product, wish.serial);
    const from = await (oneOf(wish) === 'remote'
      ? ofServer(caller, wish, product)
      : wish.snapshot_name !== undefined
        ? ofSnapshot(caller, wish, wish.snapshot_name, options)
        : ofHost(caller, wish, product, options));
    const server = from.kind === 'remote' ? null : await fleet.get(caller, from.server_id);
    const input: ImportInput = {
      lane: `product:${product.id}`,
      product_id: product.id,
      serial: wish.serial,
      from,
    };
    const row = await deps.audit.change(
      caller,
      async (tx) => {
        await checkSerial(tx, product, wish.serial);
        const about = { kind: 'simplestream.import', server, instance: null };
        return deps.operations.submit(tx, caller, { ...about, input: { ...input }, options });
      },
      (made) => ({ operation_id: made.id, server_id: server?.id ?? null }),
    );
    return deps.operations.accept(row, options);
  };
}

/** Which of the sources is named; throws `invalid_params` for none and for several. */
function oneOf(wish: ImportWish): 'image' | 'snapshot' | 'remote' {
  const named = [
    ...(wish.image_fingerprint === undefined ? [] : (['image'] as const)),
    ...(wish.snapshot_name === undefined ? [] : (['snapshot'] as const)),
    ...(wish.image_server_host === undefined && wish.instance_image === undefined
      ? []
      : (['remote'] as const)),
  ];
  const [only, another] = named;
  if (only === undefined || another !== undefined) {
    throw invalid(
      'image_fingerprint',
      'or snapshot_name, or image_server_host with instance_image must be given, and one of them only',
    );
  }
  const instance = wish.instance_id !== undefined || wish.instance_name !== undefined;
  if (instance && only !== 'snapshot') throw invalid('snapshot_name', 'must name a snapshot of the instance');
  return only;
}

function checkArchitecture(architecture: string, product: ProductRow, field: string): void {
  if (architecture === '' || canonicalArchitecture(architecture) === canonicalArchitecture(product.arch))
    return;
  throw invalid(field, `is for ${architecture.slice(0, 32)}, the product for ${product.arch}`);
}

/** By alias, by `alias/arch`, or by a fingerprint of at least 12 digits; containers before machines. */
function findImage(offers: readonly RemoteImage[], image: string): RemoteImage | undefined {
  const sorted = offers.toSorted((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0));
  const short = /^(.+)\/([^/]+)$/.exec(image);
  const named = sorted.find(
    ({ aliases, architecture }) =>
      aliases.includes(image) ||
      (short !== null &&
        canonicalArchitecture(short[2] ?? '') === architecture &&
        aliases.includes(short[1] ?? '')),
  );
  if (named !== undefined || !/^[0-9a-f]{12,64}$/i.test(image)) return named;
  return sorted.find(({ fingerprint }) => fingerprint.startsWith(image.toLowerCase()));
}
