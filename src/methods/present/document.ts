// The JSON:API subset every native answer is made of (native wire, section 1).

/** One resource: numeric id, type, attributes. */
export interface Resource<T extends string, A> {
  id: number;
  type: T;
  attributes: A;
}

/** Makes a resource. */
export function resource<T extends string, A>(type: T, id: number, attributes: A): Resource<T, A> {
  return { id, type, attributes };
}

/** A single-resource document. */
export function single<T extends string, A>(type: T, id: number, attributes: A): { data: Resource<T, A> } {
  return { data: { id, type, attributes } };
}

/** A list document; `next` is the `after` of the following page, null at the end. */
export function list<T extends string, A>(
  rows: Resource<T, A>[],
  next: string | null = null,
): { data: Resource<T, A>[]; meta: { next: string | null } } {
  return { data: rows, meta: { next } };
}

/** An acknowledgement: `attributes.response` true, and whatever belongs to it. */
export function ack<T extends string, E extends object>(
  type: T,
  extra?: E,
): { data: { type: T; attributes: { response: true } & E } } {
  return { data: { type, attributes: { response: true, ...(extra ?? ({} as E)) } } };
}
