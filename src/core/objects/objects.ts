// Builds the services of what hosts keep themselves: profiles, certificates, images.
import type { Config } from '../../config.js';
import type { Db } from '../../db/open.js';
import type { FetchFile, FetchJson } from '../../providers/parts/documents.js';
import { type AddressGuard, createAddressGuard } from '../addresses.js';
import type { Audit } from '../audit.js';
import type { Fleet } from '../fleet.js';
import type { Hosts } from '../hosts.js';
import { createImageServers, type ImageServers, type RemoteImage } from '../image-servers.js';
import type { InstanceWork } from '../instance-work.js';
import type { Rights } from '../rights.js';
import { type Certificates, createCertificates } from './certificates.js';
import { createImages, type Images } from './images.js';
import { createNetworks, type Networks } from './networks.js';
import { createProfiles, type Profiles, type ProfilesDeps } from './profiles.js';
import { createStorage, type Storage } from './storage.js';

/** What hosts keep themselves. */
export interface HostKept {
  readonly networks: Networks;
  readonly storage: Storage;
  readonly profiles: Profiles;
  readonly certificates: Certificates;
  readonly images: Images;
  readonly imageServers: ImageServers;
}

export interface HostKeptDeps {
  db: Db;
  clock: () => number;
  fetchJson: FetchJson;
  fetchFile?: FetchFile | undefined;
  config: Pick<Config, 'image_servers' | 'servers' | 'tls'>;
  guard: AddressGuard;
  fleet: Fleet;
  hosts: Hosts;
  rights: Rights;
  audit: Audit;
  work: InstanceWork;
  /** SHA-256 of our own client certificate, hex. */
  own_certificate: string;
  public_url: () => string;
  /** Origins that reach us. */
  origins: () => ReadonlySet<string>;
  refresh: ProfilesDeps['refresh'];
  onError: ProfilesDeps['onError'];
  /** What our own image server offers; absent: nothing. */
  ownImages?: (() => Promise<RemoteImage[]>) | undefined;
}

/** Makes the services. */
export function createHostKept(deps: HostKeptDeps): HostKept {
  const { config } = deps;
  // Whoever configures an image server means its port too.
  const configured = createAddressGuard({
    allow: config.servers.allow,
    private: config.servers.private,
    ports: [...config.servers.ports, ...config.image_servers.map(portOf)],
  });
  const imageServers = createImageServers({
    fetchJson: deps.fetchJson,
    fetchFile: deps.fetchFile,
    clock: deps.clock,
    servers: config.image_servers,
    public_url: deps.public_url,
    origins: deps.origins,
    resolve: ({ known, ...target }) => (known ? configured : deps.guard).resolve(target),
    ca: config.tls.ca,
    ownImages: deps.ownImages,
  });
  return {
    networks: createNetworks(deps),
    storage: createStorage(deps),
    profiles: createProfiles(deps),
    certificates: createCertificates({ ...deps, own: deps.own_certificate }),
    images: createImages({ ...deps, imageServers }),
    imageServers,
  };
}

function portOf(url: string): number {
  const { port } = new URL(url);
  return port === '' ? 443 : Number(port);
}
