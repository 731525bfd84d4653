// Products, versions and images of our image server as the native wire shows them.
import type {
  ImageCatalogue,
  ProductRow,
  ProductUpload,
  RemoteImage,
  UploadProgress,
} from '../../core/core.js';
import { imageFingerprints, productKey, productOf } from '../../core/core.js';
import { hostObjectId } from '../../ids.js';
import { resource, single } from './document.js';

/** A product with those of its versions that are listed, newest first; times in seconds. */
export function product(row: ProductRow, versions: ImageCatalogue['versions']) {
  return resource('product', row.id, {
    product_id: row.id,
    product_key: productKey(row),
    product_os: row.os,
    product_release: row.release,
    product_release_title: row.release_title,
    product_arch: row.arch,
    product_variant: row.variant,
    product_aliases: row.aliases.split(','),
    product_created_at: seconds(row.created_at),
    product_keep_serials: row.keep_serials,
    product_lifetime_days: row.lifetime_days,
    product_requirements: JSON.parse(row.requirements) as Record<string, string>,
    product_support_eol: row.support_eol,
    product_versions: versions
      .filter(({ product_id }) => product_id === row.id)
      .map((version) => ({
        product_version_serial: version.serial,
        product_version_created_at: seconds(version.completed_at ?? 0),
        product_version_images: imageFingerprints(version).map(({ fingerprint, type }) => ({
          image_fingerprint: fingerprint,
          image_instance_type: type,
        })),
      })),
  });
}

/** What an upload came to. */
export function upload(made: ProductUpload) {
  return single('product_version', made.version_id, {
    response: true as const,
    product_id: made.product_id,
    product_version_serial: made.serial,
    product_version_listed: made.listed,
    file_type: made.kind,
    file_sha256: made.sha256,
    file_size: made.size,
    image_fingerprints: made.fingerprints,
  });
}

/** An upload in chunks as it stands; times in seconds. */
export function progress({ upload: row, chunk_size }: UploadProgress) {
  return single('upload', row.id, {
    response: true as const,
    upload_id: row.uuid,
    product_id: row.product_id,
    product_version_serial: row.serial,
    file_sha256: row.sha256.toString('hex'),
    file_size: row.size,
    offset: row.durable,
    chunk_size,
    upload_finished: row.item_id !== null,
    upload_expires_at: seconds(row.expires_at),
  });
}

/** An image of the catalogue. */
export function catalogueImage(one: RemoteImage, products: readonly ProductRow[]) {
  const row = productOf(one, products);
  return resource('image', hostObjectId('image', one.fingerprint), {
    image_fingerprint: one.fingerprint,
    image_instance_type: one.type,
    image_architecture: one.architecture,
    image_aliases: one.aliases,
    image_size: one.size,
    image_description: one.description,
    image_os: one.os,
    image_release: one.release,
    image_variant: one.variant,
    image_serial: one.serial,
    product_id: row?.id ?? 0,
    product_arch: row?.arch ?? '',
    product_key: row === undefined ? '' : productKey(row),
    product_version_serial: one.serial,
  });
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
