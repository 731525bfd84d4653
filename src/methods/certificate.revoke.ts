// certificate.revoke: makes a server no longer trust a certificate.
import { method } from '../registry/method.js';
import { ack } from './present/document.js';

export default method('certificate.revoke', async ({ core, caller }, params) => {
  await core.certificates.revoke(caller, params.server_id, params.certificate_fingerprint);
  return ack('certificate');
});
