// Operating systems as the native wire shows them, and as it asks for them.
import type { OperatingSystemRow, OperatingSystemWish } from '../../core/catalogue/operating-systems.js';

/** What everybody sees. */
export function operatingSystem(row: OperatingSystemRow) {
  return {
    os_id: row.id,
    os_uuid: row.uuid,
    os_slug: row.slug,
    os_name: row.name,
    os_description: row.description,
    os_distro: row.distro,
    os_version: row.version,
    os_source_url: row.source_url,
    os_image_alias: row.image_alias,
    os_image_server: row.image_server,
    os_image_protocol: row.image_protocol,
    os_instance_type: row.instance_type,
    os_default_env: JSON.parse(row.default_env) as Record<string, string>,
    os_hidden: row.hidden === 1,
  };
}

type Params = Omit<ReturnType<typeof operatingSystem>, 'os_id' | 'os_uuid'>;

/** What a request says of an operating system; what it leaves out stays undefined. */
export function operatingSystemWish(params: Params): OperatingSystemWish;
export function operatingSystemWish(params: { [K in keyof Params]?: Params[K] | undefined }): {
  [K in keyof OperatingSystemWish]?: OperatingSystemWish[K] | undefined;
};
export function operatingSystemWish(params: { [K in keyof Params]?: Params[K] | undefined }) {
  return {
    slug: params.os_slug,
    name: params.os_name,
    description: params.os_description,
    distro: params.os_distro,
    version: params.os_version,
    source_url: params.os_source_url,
    image_alias: params.os_image_alias,
    image_server: params.os_image_server,
    image_protocol: params.os_image_protocol,
    instance_type: params.os_instance_type,
    default_env: params.os_default_env,
    hidden: params.os_hidden,
  };
}
