// What a guest is told at its first start, as cloud-init reads it; pure.
import { stringify } from 'yaml';
import type { SshKeyRow } from '../../db/ssh-keys.js';

/** Where a guest calls once it is up. */
export interface PhoneHome {
  url: string;
  /** PEM of the authority behind it; null where guests trust it anyway. */
  ca: string | null;
}

export interface GuestWish {
  hostname: string;
  ssh_keys: readonly Pick<SshKeyRow, 'public_key' | 'name'>[];
  /** Hash for crypt; null leaves the image's root as it is. */
  password_hash: string | null;
  phone_home: PhoneHome | null;
}

/** The `cloud-init.vendor-data` of a machine. */
export function vendorData(wish: GuestWish): string {
  const [short = wish.hostname] = wish.hostname.split('.');
  const document: Record<string, unknown> = { hostname: short };
  if (short !== wish.hostname) document['fqdn'] = wish.hostname;
  if (wish.ssh_keys.length > 0) document['ssh_authorized_keys'] = keyLines(wish.ssh_keys);
  if (wish.password_hash !== null) {
    document['chpasswd'] = {
      expire: false,
      users: [{ name: 'root', password: wish.password_hash, type: 'hash' }],
    };
    // A password of 128 random bits is no weaker than a key; without these it would open the console only.
    document['disable_root'] = false;
    document['ssh_pwauth'] = true;
    document['write_files'] = [
      { path: '/etc/ssh/sshd_config.d/10-root.conf', content: 'PermitRootLogin yes\n', permissions: '0644' },
    ];
  }
  if (wish.phone_home !== null) {
    const { url, ca } = wish.phone_home;
    if (ca !== null) document['ca_certs'] = { trusted: [ca] };
    document['phone_home'] = { url, post: ['instance_id', 'hostname', 'fqdn'], tries: 10 };
  }
  return cloudConfig(document);
}

/** The lines of `authorized_keys`. */
export function keyLines(keys: readonly Pick<SshKeyRow, 'public_key' | 'name'>[]): string[] {
  return keys.map((key) => `${key.public_key} ${key.name}`);
}

/** A document as cloud-init knows it by its first line. */
export function cloudConfig(document: Record<string, unknown>): string {
  return `#cloud-config\n${stringify(document, { lineWidth: 0 })}`;
}

/** The `cloud-init.network-config` of a virtual machine: nothing of the host reaches into it. */
export function networkConfig(nic: { mac: string; address: string; gateway: string }): string {
  const subnet = { type: 'static6', address: nic.address, gateway: nic.gateway };
  return stringify({
    version: 1,
    config: [{ type: 'physical', name: 'eth0', mac_address: nic.mac, subnets: [subnet] }],
  });
}
