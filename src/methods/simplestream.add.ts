// simplestream.add: enters a product in our image server.
import { method } from '../registry/method.js';
import { product } from './present/simplestream.js';

export default method('simplestream.add', async ({ core, caller }, params) => {
  const row = await core.simplestreams.add(caller, {
    os: params.product_os,
    release: params.product_release,
    arch: params.product_arch,
    release_title: params.product_release_title ?? '',
    variant: params.product_variant ?? '',
    aliases: params.product_aliases ?? '',
    keep_serials: params.product_keep_serials,
    lifetime_days: params.product_lifetime_days,
    requirements: params.product_requirements,
    support_eol: params.product_support_eol,
  });
  return { data: product(row, []) };
});
