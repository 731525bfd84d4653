// Locations as the native wire shows them, and as it asks for them.
import type { LocationRow, LocationWish } from '../../core/catalogue/locations.js';

/** What everybody sees. */
export function location(row: LocationRow) {
  return {
    location_id: row.id,
    location_uuid: row.uuid,
    location_code: row.code,
    location_name: row.name,
    location_provider: row.provider,
    location_text: row.location,
    location_address: JSON.parse(row.address) as Record<string, string>,
    location_features: JSON.parse(row.features) as string[],
    location_peeringdb_id: row.peeringdb_id,
    location_created_at: row.created_at,
  };
}

type Params = Omit<ReturnType<typeof location>, 'location_id' | 'location_uuid' | 'location_created_at'>;

/** What a request says of a location; what it leaves out stays undefined. */
export function locationWish(params: Params): LocationWish;
export function locationWish(params: { [K in keyof Params]?: Params[K] | undefined }): {
  [K in keyof LocationWish]?: LocationWish[K] | undefined;
};
export function locationWish(params: { [K in keyof Params]?: Params[K] | undefined }) {
  return {
    code: params.location_code,
    name: params.location_name,
    provider: params.location_provider,
    location: params.location_text,
    address: params.location_address,
    features: params.location_features,
    peeringdb_id: params.location_peeringdb_id,
  };
}
