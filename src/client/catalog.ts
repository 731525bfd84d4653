// What is known at run time of every method: for the command line and for consoles.
import { CATALOG, type CatalogEntry } from '../generated/catalog.js';

export type { CatalogEntry, Field } from '../generated/catalog.js';

/** Methods by name. */
export type Catalog = Readonly<Record<string, CatalogEntry>>;

/** Every method of the native API. */
export const catalog: Catalog = CATALOG;
