// Debian's Chromium with a virtual authenticator, on a page of the house's own origin.
import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';

const EXECUTABLE = '/usr/bin/chromium';

type Dict = Record<string, unknown>;

/** Why there is no browser here, '' when there is one. */
export function browserSkipReason(): string {
  return existsSync(EXECUTABLE) ? '' : `a browser test needs ${EXECUTABLE}`;
}

/** A page and what the published panel does with keys in it. */
export interface Browser {
  readonly page: Page;
  /** `navigator.credentials.create` as the panel calls it: options decoded with `atob`, the answer in base64url. */
  create(publicKey: Dict): Promise<Dict>;
  /** `navigator.credentials.get` likewise. */
  get(publicKey: Dict): Promise<Dict>;
  close(): Promise<void>;
}

/** Starts the browser with `html` as the page at `<url>/panel/`. */
export async function openBrowser(
  url: string,
  html = '<!doctype html><title>panel</title>',
): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox'] });
  try {
    const page = await (await browser.newContext()).newPage();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'usb',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.route(`${url}/panel/`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto(`${url}/panel/`);
    await page.addScriptTag({ content: KEYS });
    const run = (name: string, publicKey: Dict): Promise<Dict> =>
      page.evaluate(`panelKeys.${name}(${JSON.stringify(publicKey)})`);
    return {
      page,
      create: (publicKey) => run('create', publicKey),
      get: (publicKey) => run('get', publicKey),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** What runs in the page: it fails as the panel fails, on anything `atob` does not take. */
const KEYS = `
const panelKeys = (() => {
  const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
  const ids = (list) => list.map((one) => ({ ...one, id: bytes(one.id) }));
  return {
    async create(options) {
      const publicKey = { ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) } };
      if (options.excludeCredentials) publicKey.excludeCredentials = ids(options.excludeCredentials);
      const made = await navigator.credentials.create({ publicKey });
      const { attestationObject, clientDataJSON } = made.response;
      return {
        id: made.id,
        rawId: text(made.rawId),
        type: made.type,
        response: { attestationObject: text(attestationObject), clientDataJSON: text(clientDataJSON) },
      };
    },
    async get(options) {
      const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials: ids(options.allowCredentials) };
      const found = await navigator.credentials.get({ publicKey });
      const { authenticatorData, clientDataJSON, signature, userHandle } = found.response;
      return {
        id: found.id,
        rawId: text(found.rawId),
        type: found.type,
        response: {
          authenticatorData: text(authenticatorData),
          clientDataJSON: text(clientDataJSON),
          signature: text(signature),
          userHandle: userHandle === null ? '' : text(userHandle),
        },
      };
    },
  };
})();
`;
