// What clients see of the configuration: the panel's attributes and nothing else.

/** The settings that clients learn of. */
export interface ClientSettings {
  readonly disable_user_recovery: boolean;
  readonly disable_user_registration: boolean;
  readonly disable_server_add: boolean;
  readonly disable_ssh_key_add: boolean;
  readonly simplestream: { readonly enabled: boolean };
  readonly webauthn: { readonly attestation?: string | null };
}

type Attestation = 'none' | 'indirect' | 'direct' | 'enterprise';

/** Attributes of `config.get`; `passkeys` says whether there is a name they can belong to. */
export function config(settings: ClientSettings, stream: string, passkeys: boolean) {
  return {
    disable_user_recovery: settings.disable_user_recovery,
    disable_user_registration: settings.disable_user_registration,
    disable_server_add: settings.disable_server_add,
    disable_ssh_key_add: settings.disable_ssh_key_add,
    stream,
    webauth_enabled: passkeys,
    simplestream_enabled: settings.simplestream.enabled,
    webauth_attestation_type: (settings.webauthn.attestation ?? 'none') as Attestation,
  };
}

/** What was added since the first release, oldest first; entries are never removed. */
export function extensions(): string[] {
  return [];
}
