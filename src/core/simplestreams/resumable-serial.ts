// The serial of an upload that names none: that of the same file's last attempt, else the time, in the product's form.
import type { Repositories } from '../../db/repositories.js';
import { invalid } from '../../errors.js';
import { UNIFIED } from './catalogue.js';
import { type SerialForm, serialForm } from './grammar.js';

const MINUTE_MS = 60_000;

/** Finds it; throws `invalid_params` where only the caller can tell. */
export async function chooseSerial(
  tx: Repositories,
  of: { user_id: number; product_id: number; sha256: Buffer },
  now: number,
): Promise<string> {
  for (const { serial, item_id } of await tx.uploads.ofFile(of)) {
    const version = await tx.simplestreams.version(of.product_id, serial);
    if (version !== undefined && version.retired_at !== null) continue;
    const file = item_id === null ? undefined : await tx.uploads.finished(item_id);
    // What is complete has its serial; a file that was sent again belongs to something new.
    if (file === undefined || (file.ftype !== UNIFIED && file.combined.length === 0)) return serial;
  }
  const newest = await tx.simplestreams.newestVersion(of.product_id);
  const form = newest === undefined ? 'YYYYMMDD_HHMM' : serialForm(newest.serial);
  for (let at = now; ; at += MINUTE_MS) {
    const serial = serialAt(at, form);
    const version = await tx.simplestreams.version(of.product_id, serial);
    if (version === undefined && !(await tx.uploads.isTaken(of.product_id, serial))) return serial;
    if (form === 'YYYYMMDD') throw invalid('product_version_serial', `must be given: ${serial} is taken`);
  }
}

function serialAt(ms: number, form: SerialForm): string {
  const [day = '', time = ''] = new Date(ms).toISOString().split('T');
  const [hour = '', minute = ''] = time.split(':');
  const date = day.replaceAll('-', '');
  if (form === 'YYYYMMDD') return date;
  return `${date}_${hour}${form === 'YYYYMMDD_HHMM' ? '' : ':'}${minute}`;
}
