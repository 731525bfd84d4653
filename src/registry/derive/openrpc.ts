// Every method as an OpenRPC document: docs/openrpc.json and the answer of `rpc.discover`.
import { CODES } from '../../errors.js';
import {
  type Bundle,
  type ContractInfo,
  type Defs,
  type JsonSchema,
  propertiesOf,
  requiredOf,
} from '../schema.js';
import { reroot } from './bundle.js';
import { errorsOf } from './faults.js';

/** The document; `version` is the package's. */
export function openrpc({ defs, contracts }: Bundle, version: string): JsonSchema {
  const schemas = Object.fromEntries(Object.entries(defs).filter(([key]) => key !== 'Config'));
  const document = {
    methods: contracts.map((contract) => methodOf(defs, contract)),
    components: { schemas },
  };
  return {
    openrpc: '1.3.2',
    info: {
      title: 'Gantry',
      version,
      description: 'One control plane for a fleet of LXD and Incus hosts.',
      license: { name: 'Apache-2.0' },
    },
    ...reroot(document, '#/components/schemas/'),
  };
}

/** The text of `docs/openrpc.json`. */
export function openrpcText(bundle: Bundle, version: string): string {
  return `${JSON.stringify(openrpc(bundle, version), null, 2)}\n`;
}

function methodOf(defs: Defs, contract: ContractInfo): JsonSchema {
  const params = defs[contract.params];
  const required = new Set(requiredOf(params));
  // OpenRPC wants required params first, even where they go by name.
  const names = Object.keys(propertiesOf(params)).sort(
    (a, b) => Number(required.has(b)) - Number(required.has(a)),
  );
  const examples = contract.examples.filter((example) => example.result !== undefined);
  return {
    name: contract.name,
    tags: [{ name: contract.name.split('.')[0] }],
    summary: contract.summary,
    description: `${contract.description}\n\nScope: \`${contract.scope}\`.${onlyHttp(contract)}`,
    paramStructure: 'by-name',
    params: names.map((name) => ({
      name,
      required: required.has(name),
      schema: propertiesOf(params)[name],
    })),
    result: {
      name: 'result',
      schema: contract.result === null ? {} : { $ref: `#/$defs/${contract.result}` },
    },
    errors: errorsOf(contract).map((code) => ({ code: CODES[code].rpc, message: code, data: { code } })),
    ...(examples.length > 0 && {
      examples: examples.map((example) => ({
        name: example.summary,
        params: Object.entries(example.request).map(([name, value]) => ({ name, value })),
        result: { name: 'result', value: example.result },
      })),
    }),
  };
}

/** Files and bytes have no place in a JSON-RPC envelope. */
function onlyHttp({ name, body, answer }: ContractInfo): string {
  if (body === 'json' && answer === 'document') return '';
  return ` Over HTTP only, at \`/v1/${name}\`; here it answers \`unsupported\`.`;
}
