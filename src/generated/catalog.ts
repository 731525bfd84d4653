// Written by `npm run gen` from schemas/: change those, not this.
import type { MethodName } from './contracts.js';

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';

/** One param of a method: `types` are the JSON types accepted, without null. */
export interface Field {
  readonly name: string;
  readonly types: readonly FieldType[];
  readonly required: boolean;
  readonly nullable: boolean;
  readonly description: string;
  readonly items?: readonly FieldType[];
  readonly choices?: readonly (string | number | boolean)[];
  readonly default?: unknown;
}

/** A method as the client and the command line see it. */
export interface CatalogEntry {
  readonly summary: string;
  readonly description: string;
  readonly scope: string;
  readonly mutates: boolean;
  readonly long: boolean;
  readonly list: boolean;
  readonly stream: boolean;
  readonly get: boolean;
  readonly body: 'json' | 'multipart' | 'octet-stream';
  readonly secrets: readonly string[];
  /** `bytes`: over HTTP, or a document where there are none. */
  readonly result: 'single' | 'list' | 'ack' | 'operation' | 'stream' | 'bytes' | 'document';
  readonly fields: readonly Field[];
}

export const CATALOG: Readonly<Record<MethodName, CatalogEntry>> = {
  "audit.list": {
    "summary": "The audit trail: who changed what.",
    "description": "One row for every call that changes something or was refused, and for what else is kept as long. Newest first unless `sort` is `id`. Administrators see all rows, others what they did themselves and what was done to their projects and servers.",
    "scope": "audit:read",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "cursor",
        "types": [
          "string",
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "`<epoch>.<number>` as an answer gave it, or a number."
      },
      {
        "name": "until",
        "types": [
          "string",
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "The last one wanted, in the order asked for: as `cursor`."
      },
      {
        "name": "user_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Only what this user did."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "What to show: values or lists of them."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "",
        "default": 100
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "",
        "choices": [
          "id",
          "-id"
        ],
        "default": "-id"
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "certificate.list": {
    "summary": "The certificates a server trusts.",
    "description": "For administrators and the owner of the server. The row whose fingerprint is `server_certificate_fingerprint` of `server.get` is ours. `sort` and `filter` take certificate_name, certificate_type and certificate_fingerprint.",
    "scope": "certificate:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "certificate.revoke": {
    "summary": "Makes a server no longer trust a certificate.",
    "description": "For administrators and the owner of the server. Our own certificate is refused: without it the server could not be reached any more.",
    "scope": "certificate:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "certificate_fingerprint",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Fingerprint of the certificate: all of it, or 12 and more of its 64 hex digits."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "config.get": {
    "summary": "What a client must know before anything else.",
    "description": "The switches a user interface follows, and a fresh id for its event stream. Every attribute may end up in a client's own store, so nothing else is among them: `meta` says more, and only to callers with a token.",
    "scope": "public",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "event.auth": {
    "summary": "Binds a stream to the caller.",
    "description": "What the panel sends once its stream is open. From then on the stream tells how the user's calls ended.",
    "scope": "user",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "stream",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Id of an open stream."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "event.list": {
    "summary": "Events of the past.",
    "description": "The numbered log, oldest first from a cursor, or newest first with `sort` `-id`. Only what the caller may see.",
    "scope": "event:read",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "cursor",
        "types": [
          "string",
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "`<epoch>.<number>` as an event gave it, or a number."
      },
      {
        "name": "until",
        "types": [
          "string",
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "`<epoch>.<number>` as an event gave it, or a number."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "What to show: numbers or lists of them; types may end in `*`."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "",
        "default": 100
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "",
        "choices": [
          "id",
          "-id"
        ],
        "default": "id"
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "event.subscribe": {
    "summary": "Live, ordered, resumable events.",
    "description": "Over a socket: an answer with `subscription`, `epoch`, `from` and `head`, then frames of events. Over GET or POST: server-sent events. With a cursor everything behind it is replayed first, without gap or double; without one the stream begins now. With `stream` and no token it is the panel's stream, which stays silent until `event.auth`.",
    "scope": "public",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": true,
    "get": true,
    "body": "json",
    "secrets": [],
    "result": "stream",
    "fields": [
      {
        "name": "stream",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Id from `config.get`."
      },
      {
        "name": "cursor",
        "types": [
          "string",
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "`<epoch>.<number>` as an event gave it, or a number."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "What to show: numbers or lists of them; types may end in `*`."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "health.alive": {
    "summary": "The process answers.",
    "description": "Answers as long as the process runs, at constant cost and without saying anything about it. Meant for a liveness probe.",
    "scope": "public",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": true,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "health.ready": {
    "summary": "The service takes work.",
    "description": "Answers when calls would be served: not while starting or stopping, and not while the database cannot be written. Otherwise `unavailable`, with the reason. Constant cost; meant for a readiness probe.",
    "scope": "public",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": true,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "image.delete": {
    "summary": "Deletes an image from the own store of a server.",
    "description": "For administrators and the owner of the server; answers when it is gone. Instances made from it stay.",
    "scope": "image:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "image_fingerprint",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Fingerprint of the image: all of it, or 12 and more of its 64 hex digits."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "image.list": {
    "summary": "The images of a server, or of an image server.",
    "description": "Without `image_server_host` the images in the own store of the server; with it those that a simplestreams server offers, newest first, as far as the server can run them. A URL of ours means our own images; other URLs have to be configured (`image_servers`), unless the caller owns the server. What an image server offers is kept for a minute. `sort` and `filter` take image_fingerprint, image_architecture, image_instance_type, image_description, image_os, image_release, image_serial; `sort` also image_size and the times.",
    "scope": "image:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "image_server_host",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "URL of a simplestreams server; empty: the server itself.",
        "default": ""
      },
      {
        "name": "image_architecture",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "One architecture by any of its names (`x86_64`, `amd64`), or `all`; empty: those the server runs.",
        "default": ""
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "image.serverList": {
    "summary": "The image servers on offer.",
    "description": "The configured `image_servers`; when there are none, our own. `sort` and `filter` take image_server_host.",
    "scope": "image:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server they are for."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "instance.action": {
    "summary": "Starts, stops, restarts, freezes or unfreezes an instance.",
    "description": "The answer says that the action stands in the instance's queue; how it ended comes as an event, or in the answer with `wait`. The name of the field is the panel's: `instance_status` is the action.",
    "scope": "instance:operate",
    "mutates": true,
    "long": true,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "operation",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "instance_status",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "start, stop, stop-force, restart, restart-force, freeze or unfreeze."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "wait",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      {
        "name": "deadline",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds; work that has not begun by then fails."
      },
      {
        "name": "on_unreachable",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "When the host does not answer: fail at once, or queue until it does.",
        "choices": [
          "fail",
          "queue"
        ],
        "default": "fail"
      }
    ]
  },
  "instance.add": {
    "summary": "Makes an instance.",
    "description": "Checks everything that can be checked, writes the instance and its operation, and answers; the host is asked afterwards. The instance is started once made unless `instance_start` is false; then `instance_command` is run once in it. The caller's ssh keys are put in by cloud-init. A body with `instance_id` and `instance_status` alone does what `instance.action` does.",
    "scope": "instance:write",
    "mutates": true,
    "long": true,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "document",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "1 to 63 letters, digits and hyphens, beginning with a letter."
      },
      {
        "name": "instance_image",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Fingerprint or alias."
      },
      {
        "name": "image_server_host",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "https URL of a simplestreams server; empty: the images of the host.",
        "default": ""
      },
      {
        "name": "instance_type",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "",
        "choices": [
          "container",
          "virtual-machine"
        ],
        "default": "container"
      },
      {
        "name": "instance_profiles",
        "types": [
          "string",
          "array"
        ],
        "required": false,
        "nullable": false,
        "description": "Names, as a list or separated by commas.",
        "default": "default"
      },
      {
        "name": "instance_memory",
        "types": [
          "string",
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Limit: MiB, or a size such as 512MiB.",
        "default": ""
      },
      {
        "name": "instance_cpu",
        "types": [
          "string",
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Limit: number of CPUs or a set such as 0-3.",
        "default": ""
      },
      {
        "name": "instance_interface",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "NIC of the profiles that gets the address.",
        "default": ""
      },
      {
        "name": "instance_network",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Fixed address as `ip/prefix`, with `instance_dhcp` false.",
        "default": ""
      },
      {
        "name": "instance_nameserver",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name servers for a fixed address, separated by commas.",
        "default": ""
      },
      {
        "name": "instance_dhcp",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "The address comes by DHCP.",
        "default": true
      },
      {
        "name": "instance_command",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Run once with /bin/sh -c when it has started; exit code and output stand in the operation's result.",
        "default": ""
      },
      {
        "name": "instance_start",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "Start it once it is made.",
        "default": true
      },
      {
        "name": "instance_config",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Configuration keys of the host.",
        "default": {}
      },
      {
        "name": "instance_devices",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Devices by name, each an object of texts.",
        "default": {}
      },
      {
        "name": "instance_description",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "",
        "default": ""
      },
      {
        "name": "project_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Project it belongs to; the caller's own unless given."
      },
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "With `instance_status`: the instance to act on."
      },
      {
        "name": "instance_status",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "With `instance_id`: the action."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "wait",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      {
        "name": "deadline",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds; work that has not begun by then fails."
      },
      {
        "name": "on_unreachable",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "When the host does not answer: fail at once, or queue until it does.",
        "choices": [
          "fail",
          "queue"
        ],
        "default": "fail"
      }
    ]
  },
  "instance.console": {
    "summary": "Gives a ticket for the console of an instance.",
    "description": "The ticket opens a WebSocket at `url` once, within 30 seconds; the console is opened on the host then, and not before. docs/wire.md has the frames. Several sessions at one console take each other's output.",
    "scope": "instance:operate",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "width",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Columns of the terminal; 80 unless given."
      },
      {
        "name": "height",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows of the terminal; 24 unless given."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "instance.delete": {
    "summary": "Removes an instance.",
    "description": "A running instance is refused unless `force` says to stop it by force first.",
    "scope": "instance:write",
    "mutates": true,
    "long": true,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "operation",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "force",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "Stop it by force first.",
        "default": false
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "wait",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      {
        "name": "deadline",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds; work that has not begun by then fails."
      },
      {
        "name": "on_unreachable",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "When the host does not answer: fail at once, or queue until it does.",
        "choices": [
          "fail",
          "queue"
        ],
        "default": "fail"
      }
    ]
  },
  "instance.exec": {
    "summary": "Gives a ticket for a command in an instance.",
    "description": "The ticket opens a WebSocket at `url` once, within 30 seconds; the command is started then, and not before. docs/wire.md has the frames. The command is a list of words: no shell takes it apart.",
    "scope": "instance:operate",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [
      "environment"
    ],
    "result": "single",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "command",
        "types": [
          "array"
        ],
        "required": true,
        "nullable": false,
        "description": "Program and arguments.",
        "items": [
          "string"
        ]
      },
      {
        "name": "environment",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Variables; the audit trail keeps none of them."
      },
      {
        "name": "user",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the user in the instance; 0 unless given."
      },
      {
        "name": "group",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the group in the instance; 0 unless given."
      },
      {
        "name": "cwd",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Folder in the instance to start in; the user's home unless given."
      },
      {
        "name": "interactive",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "With a terminal; without one (default) standard output and error stay apart."
      },
      {
        "name": "width",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Columns of the terminal; 80 unless given."
      },
      {
        "name": "height",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows of the terminal; 24 unless given."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "instance.file.get": {
    "summary": "A file of an instance.",
    "description": "Answers the bytes of a file as `application/octet-stream`, with the headers `X-Gantry-Type`, `X-Gantry-Mode`, `X-Gantry-Uid` and `X-Gantry-Gid`. A directory answers a list of what is in it, a symbolic link a document with its target: both as JSON. The instance need not run.",
    "scope": "instance:operate",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": true,
    "body": "json",
    "secrets": [],
    "result": "bytes",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "path",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Absolute path inside the instance."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "instance.file.put": {
    "summary": "Writes a file into an instance.",
    "description": "Creates the file or replaces it; the directory above it has to be there. What is not given of mode, owner and group stays as it is, or is what the host gives a new file. The instance need not run.",
    "scope": "instance:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "multipart",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "path",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Absolute path inside the instance."
      },
      {
        "name": "mode",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Octal text of the permission bits, such as `0644`."
      },
      {
        "name": "uid",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Owner, as the instance counts."
      },
      {
        "name": "gid",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Group, as the instance counts."
      },
      {
        "name": "file",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "File to send."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "instance.get": {
    "summary": "One instance.",
    "description": "From Gantry's own rows. `meta.etag` is what `instance.update` takes to make sure that nothing changed in between.",
    "scope": "instance:read",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "instance.list": {
    "summary": "The instances the caller may see.",
    "description": "From Gantry's own rows, kept fresh by the hosts' events: no host is asked. `sort` and `filter` take instance_id, instance_name, instance_type, instance_status (the power state), server_id and project_id.",
    "scope": "instance:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Only this one."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "instance.log": {
    "summary": "The end of an instance's log.",
    "description": "The last 256 KiB as text. Without `log_name` it is what stood on the console (`console`), or where there is none the log of the instance's start (`lxc.log`). Files other than `*.log`, which hold settings of the host, are for administrators and the owner of the server.",
    "scope": "instance:read",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "log_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "`console`, or one of `log_names`."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "instance.rename": {
    "summary": "Gives a stopped instance another name.",
    "description": "Its number stays, and work that waits in its queue goes to the new name. Hosts do not rename what runs: stop it first. The name must be free on its server.",
    "scope": "instance:write",
    "mutates": true,
    "long": true,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "operation",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "instance_rename",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "New name: 1 to 63 letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "wait",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      {
        "name": "deadline",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds; work that has not begun by then fails."
      },
      {
        "name": "on_unreachable",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "When the host does not answer: fail at once, or queue until it does.",
        "choices": [
          "fail",
          "queue"
        ],
        "default": "fail"
      }
    ]
  },
  "instance.suspend": {
    "summary": "Stops an instance and keeps it so.",
    "description": "For administrators and owners of its server. A guest that does not shut down within 30 seconds is stopped by force. From the moment of the answer no API starts, restarts or unfreezes it; where it is started on its host all the same, it is stopped again. Whether it ran is remembered for `instance.unsuspend`.",
    "scope": "instance:write",
    "mutates": true,
    "long": true,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "operation",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "wait",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      {
        "name": "deadline",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds; work that has not begun by then fails."
      },
      {
        "name": "on_unreachable",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "When the host does not answer: fail at once, or queue until it does.",
        "choices": [
          "fail",
          "queue"
        ],
        "default": "fail"
      }
    ]
  },
  "instance.unsuspend": {
    "summary": "Lifts the suspension of an instance.",
    "description": "For administrators and owners of its server. It is started again if it ran when it was suspended.",
    "scope": "instance:write",
    "mutates": true,
    "long": true,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "operation",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "wait",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      {
        "name": "deadline",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds; work that has not begun by then fails."
      },
      {
        "name": "on_unreachable",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "When the host does not answer: fail at once, or queue until it does.",
        "choices": [
          "fail",
          "queue"
        ],
        "default": "fail"
      }
    ]
  },
  "instance.update": {
    "summary": "Changes limits, profiles, devices or description.",
    "description": "What is not given stays. A null in `instance_config` or `instance_devices` removes the key. Updates of one instance are carried out one after another, in the order they were accepted.",
    "scope": "instance:write",
    "mutates": true,
    "long": true,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "operation",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "instance_memory",
        "types": [
          "string",
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Limit: MiB, a size, or empty for none."
      },
      {
        "name": "instance_cpu",
        "types": [
          "string",
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Limit: CPUs, a set, or empty for none."
      },
      {
        "name": "instance_profiles",
        "types": [
          "string",
          "array"
        ],
        "required": false,
        "nullable": false,
        "description": "Names, as a list or separated by commas."
      },
      {
        "name": "instance_config",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Keys to set; null removes one."
      },
      {
        "name": "instance_devices",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Devices to set; null removes one."
      },
      {
        "name": "instance_description",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": ""
      },
      {
        "name": "etag",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "`meta.etag` of the get before."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "wait",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      {
        "name": "deadline",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds; work that has not begun by then fails."
      },
      {
        "name": "on_unreachable",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "When the host does not answer: fail at once, or queue until it does.",
        "choices": [
          "fail",
          "queue"
        ],
        "default": "fail"
      }
    ]
  },
  "location.add": {
    "summary": "Adds a location: a place where servers stand.",
    "description": "For administrators. `location_code` is unique.",
    "scope": "admin",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "location_code",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Short unique name: lower case letters, digits, dots, hyphens, underscores."
      },
      {
        "name": "location_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What it is called; its code unless given.",
        "default": ""
      },
      {
        "name": "location_provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Who runs the place.",
        "default": ""
      },
      {
        "name": "location_text",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Where it is, in words: \"Dallas, TX\".",
        "default": ""
      },
      {
        "name": "location_address",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Parts of its postal address.",
        "default": {}
      },
      {
        "name": "location_features",
        "types": [
          "array"
        ],
        "required": false,
        "nullable": false,
        "description": "What there is.",
        "items": [
          "string"
        ],
        "default": []
      },
      {
        "name": "location_peeringdb_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": true,
        "description": "Its number in PeeringDB.",
        "default": null
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "location.delete": {
    "summary": "Deletes a location.",
    "description": "For administrators. `bad_state` while servers stand there, plans are bound to it or pools of addresses are its: it says which.",
    "scope": "admin",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "location_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the location."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "location.list": {
    "summary": "All locations.",
    "description": "For everybody with a token. `sort` takes location_id, location_code, location_name, location_created_at; `filter` takes location_id, location_code.",
    "scope": "location:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "location.update": {
    "summary": "Changes a location.",
    "description": "For administrators; what is left out stays.",
    "scope": "admin",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "location_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the location."
      },
      {
        "name": "location_code",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Short unique name: lower case letters, digits, dots, hyphens, underscores."
      },
      {
        "name": "location_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What it is called; its code unless given."
      },
      {
        "name": "location_provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Who runs the place."
      },
      {
        "name": "location_text",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Where it is, in words: \"Dallas, TX\"."
      },
      {
        "name": "location_address",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Parts of its postal address."
      },
      {
        "name": "location_features",
        "types": [
          "array"
        ],
        "required": false,
        "nullable": false,
        "description": "What there is.",
        "items": [
          "string"
        ]
      },
      {
        "name": "location_peeringdb_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": true,
        "description": "Its number in PeeringDB."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "network.add": {
    "summary": "Makes a network.",
    "description": "A bridge unless `network_type` says otherwise; without an address in the configuration the server picks a free one. Keys that reach beyond the network itself (`raw.dnsmasq`, `bridge.external_interfaces`, tunnels, ...) are for administrators.",
    "scope": "network:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "network_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "1 to 15 letters, digits and hyphens, not beginning with a hyphen."
      },
      {
        "name": "network_type",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "`bridge` unless given; others are for administrators.",
        "choices": [
          "bridge",
          "macvlan",
          "sriov",
          "ovn",
          "physical"
        ],
        "default": "bridge"
      },
      {
        "name": "network_config",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Keys as the server knows them."
      },
      {
        "name": "network_description",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Free text."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "network.delete": {
    "summary": "Deletes a network.",
    "description": "Refused while a profile or an instance uses it.",
    "scope": "network:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "network_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "1 to 15 letters, digits and hyphens, not beginning with a hyphen."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "network.list": {
    "summary": "The networks of a server.",
    "description": "All of them, also those that the server only finds and does not manage: the interfaces of profiles name either. Who uses a network and its whole configuration are shown to administrators and the owner of the server. `sort` and `filter` take network_name and network_type.",
    "scope": "network:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "network.update": {
    "summary": "Changes what a network is set to.",
    "description": "Keys of `network_config` are set, a null removes one, what is not named stays. With an `etag` the call is refused when the network has changed since. Instances on the network see the change at once. The type of a network cannot be changed.",
    "scope": "network:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "network_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "1 to 15 letters, digits and hyphens, not beginning with a hyphen."
      },
      {
        "name": "network_type",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The type it has.",
        "choices": [
          "bridge",
          "macvlan",
          "sriov",
          "ovn",
          "physical"
        ]
      },
      {
        "name": "network_config",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Keys to set; null removes one."
      },
      {
        "name": "network_description",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Free text."
      },
      {
        "name": "etag",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The `network_etag` or `meta.etag` the change was made from."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "operation.cancel": {
    "summary": "Asks for an operation to be cancelled.",
    "description": "A request: what has not begun is cancelled at once; what runs on a host is cancelled if the host can, and goes on to its end if not.",
    "scope": "operation:operate",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "operation",
    "fields": [
      {
        "name": "operation_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": ""
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "operation.get": {
    "summary": "One operation and its result.",
    "description": "Results are kept, also after the host has forgotten them. With `wait` the answer comes when the operation has ended or the time is up.",
    "scope": "operation:read",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "operation",
    "fields": [
      {
        "name": "operation_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": ""
      },
      {
        "name": "wait",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "operation.list": {
    "summary": "Operations, open and over.",
    "description": "The caller's own and those on instances the caller may see. `sort` and `filter` take operation_id, operation_status, operation_kind, instance_id and server_id.",
    "scope": "operation:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": ""
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "operation_status",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "",
        "choices": [
          "pending",
          "running",
          "success",
          "failure",
          "cancelled"
        ]
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "os.add": {
    "summary": "Adds an operating system: an image with a name.",
    "description": "For administrators. `os_slug` is unique.",
    "scope": "admin",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "os_slug",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Short unique name: lower case letters, digits, dots, hyphens, underscores."
      },
      {
        "name": "os_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What it is called; its slug unless given.",
        "default": ""
      },
      {
        "name": "os_description",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What it is.",
        "default": ""
      },
      {
        "name": "os_distro",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Distribution.",
        "default": ""
      },
      {
        "name": "os_version",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Version of it.",
        "default": ""
      },
      {
        "name": "os_source_url",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Where it comes from.",
        "default": ""
      },
      {
        "name": "os_image_alias",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Alias of its image."
      },
      {
        "name": "os_image_server",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Where the image is: empty for the server itself, `self` for our image server, or the https URL of another.",
        "default": ""
      },
      {
        "name": "os_image_protocol",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What that image server speaks.",
        "choices": [
          "simplestreams",
          "lxd"
        ],
        "default": "simplestreams"
      },
      {
        "name": "os_instance_type",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What it makes.",
        "choices": [
          "container",
          "virtual-machine"
        ],
        "default": "container"
      },
      {
        "name": "os_default_env",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Environment of its instances.",
        "default": {}
      },
      {
        "name": "os_hidden",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "Shown to administrators only.",
        "default": false
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "os.delete": {
    "summary": "Deletes an operating system.",
    "description": "For administrators. `bad_state` while there are instances of it: it says how many. Mark it `os_hidden` then.",
    "scope": "admin",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "os_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the operating system."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "os.list": {
    "summary": "All operating systems.",
    "description": "For everybody with a token; hidden ones for administrators. `sort` takes os_id, os_slug, os_name; `filter` takes os_id, os_slug, os_instance_type, os_hidden.",
    "scope": "os:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "os.update": {
    "summary": "Changes an operating system.",
    "description": "For administrators; what is left out stays.",
    "scope": "admin",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "os_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the operating system."
      },
      {
        "name": "os_slug",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Short unique name: lower case letters, digits, dots, hyphens, underscores."
      },
      {
        "name": "os_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What it is called; its slug unless given."
      },
      {
        "name": "os_description",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What it is."
      },
      {
        "name": "os_distro",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Distribution."
      },
      {
        "name": "os_version",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Version of it."
      },
      {
        "name": "os_source_url",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Where it comes from."
      },
      {
        "name": "os_image_alias",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Alias of its image."
      },
      {
        "name": "os_image_server",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Where the image is: empty for the server itself, `self` for our image server, or the https URL of another."
      },
      {
        "name": "os_image_protocol",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What that image server speaks.",
        "choices": [
          "simplestreams",
          "lxd"
        ]
      },
      {
        "name": "os_instance_type",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What it makes.",
        "choices": [
          "container",
          "virtual-machine"
        ]
      },
      {
        "name": "os_default_env",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Environment of its instances."
      },
      {
        "name": "os_hidden",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "Shown to administrators only."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "plan.add": {
    "summary": "Adds a plan: a size with a name.",
    "description": "For administrators. `plan_slug` is unique.",
    "scope": "admin",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "plan_slug",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Short unique name: lower case letters, digits, dots, hyphens, underscores."
      },
      {
        "name": "plan_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What it is called; its slug unless given.",
        "default": ""
      },
      {
        "name": "plan_description",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What it is for.",
        "default": ""
      },
      {
        "name": "plan_line",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Family of plans.",
        "default": ""
      },
      {
        "name": "plan_class",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Class within its line.",
        "default": ""
      },
      {
        "name": "plan_vcpus",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "CPUs."
      },
      {
        "name": "plan_memory_mb",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Memory, MiB."
      },
      {
        "name": "plan_burst_memory_mb",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": true,
        "description": "Memory it may take for a while, MiB; null: no more than its memory.",
        "default": null
      },
      {
        "name": "plan_disk_mb",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Disk, MiB."
      },
      {
        "name": "plan_traffic_in_limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Incoming traffic, bytes; 0: any.",
        "default": 0
      },
      {
        "name": "plan_traffic_out_limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Outgoing traffic, bytes; 0: any.",
        "default": 0
      },
      {
        "name": "plan_traffic_total_limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Traffic of both directions, bytes; above 0 they are counted together.",
        "default": 0
      },
      {
        "name": "plan_price_hour_micros",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Price of an hour, millionths.",
        "default": 0
      },
      {
        "name": "plan_legacy",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "Not offered any more.",
        "default": false
      },
      {
        "name": "plan_location_ids",
        "types": [
          "array"
        ],
        "required": false,
        "nullable": false,
        "description": "Locations it is bound to; none: it is to be had everywhere.",
        "items": [
          "integer"
        ],
        "default": []
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "plan.delete": {
    "summary": "Deletes a plan.",
    "description": "For administrators. `bad_state` while there are instances of it: it says how many. Mark it `plan_legacy` then.",
    "scope": "admin",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "plan_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the plan."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "plan.list": {
    "summary": "All plans.",
    "description": "For everybody with a token. `sort` takes plan_id, plan_slug, plan_name, plan_vcpus, plan_memory_mb, plan_disk_mb, plan_price_hour_micros; `filter` takes plan_id, plan_slug, plan_legacy.",
    "scope": "plan:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "plan.update": {
    "summary": "Changes a plan.",
    "description": "For administrators; what is left out stays.",
    "scope": "admin",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "plan_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the plan."
      },
      {
        "name": "plan_slug",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Short unique name: lower case letters, digits, dots, hyphens, underscores."
      },
      {
        "name": "plan_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What it is called; its slug unless given."
      },
      {
        "name": "plan_description",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What it is for."
      },
      {
        "name": "plan_line",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Family of plans."
      },
      {
        "name": "plan_class",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Class within its line."
      },
      {
        "name": "plan_vcpus",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "CPUs."
      },
      {
        "name": "plan_memory_mb",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Memory, MiB."
      },
      {
        "name": "plan_burst_memory_mb",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": true,
        "description": "Memory it may take for a while, MiB; null: no more than its memory."
      },
      {
        "name": "plan_disk_mb",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Disk, MiB."
      },
      {
        "name": "plan_traffic_in_limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Incoming traffic, bytes; 0: any."
      },
      {
        "name": "plan_traffic_out_limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Outgoing traffic, bytes; 0: any."
      },
      {
        "name": "plan_traffic_total_limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Traffic of both directions, bytes; above 0 they are counted together."
      },
      {
        "name": "plan_price_hour_micros",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Price of an hour, millionths."
      },
      {
        "name": "plan_legacy",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "Not offered any more."
      },
      {
        "name": "plan_location_ids",
        "types": [
          "array"
        ],
        "required": false,
        "nullable": false,
        "description": "Locations it is bound to; none: it is to be had everywhere.",
        "items": [
          "integer"
        ]
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "pool.list": {
    "summary": "The storage pools of a server.",
    "description": "The same rows as in `included` of `server.get`. `sort` takes pool_name, pool_driver, pool_space_total and pool_space_used, `filter` pool_name, pool_driver and pool_status.",
    "scope": "storage:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "prefix.add": {
    "summary": "Adds addresses: a pool, the block of a server, or a reservation of a project.",
    "description": "For administrators. Of a `pool` each server gets a block of its own (setting `ipam.host_prefix_length`) with its first instance that needs one, of the block each such instance a /64, the lowest free first. Servers carry such packets beyond themselves only with `net.ipv6.conf.all.forwarding=1`, which LXD does not set. With `location_id` a pool serves only the servers of that place. A `host` block is given to `server_id`: it lies in a pool or stands alone. A `reservation` is kept for `project_id` and lies in a pool or stands alone. `prefix` is written in its one form (RFC 5952), all bits behind its length zero; one that overlaps another is a `conflict`.",
    "scope": "admin",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "prefix",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "The network with its length: \"2001:db8::/42\"."
      },
      {
        "name": "prefix_purpose",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "What it is for.",
        "choices": [
          "pool",
          "host",
          "reservation"
        ]
      },
      {
        "name": "location_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Of a pool: only servers of this place get blocks of it."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "The server that gets a `host` block."
      },
      {
        "name": "project_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "The project that gets a `reservation`."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "prefix.delete": {
    "summary": "Deletes a pool, the block of a server or a reservation.",
    "description": "For administrators. `conflict` while something of it is given out, or was until a moment ago (setting `ipam.quarantine_seconds`). Prefixes of instances go with their instance.",
    "scope": "admin",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "prefix_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the prefix."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "prefix.list": {
    "summary": "Addresses that are given out: pools, blocks, prefixes.",
    "description": "Administrators see all, others those of their projects. `sort` takes prefix_id, prefix_created_at; `filter` takes prefix_id, prefix_purpose, location_id, server_id, project_id.",
    "scope": "prefix:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "profile.add": {
    "summary": "Makes a profile.",
    "description": "For administrators and the owner of the server.",
    "scope": "profile:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [
      "profile_body"
    ],
    "result": "ack",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "profile_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "1 to 63 letters, digits, dots, underscores and hyphens."
      },
      {
        "name": "profile_body",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "YAML with config, description and devices (at most 64 KiB); `name` and `used_by` in it mean nothing."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "profile.delete": {
    "summary": "Deletes a profile.",
    "description": "Refused while an instance uses it, and for the profile `default`.",
    "scope": "profile:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "profile_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Name of the profile."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "profile.list": {
    "summary": "The profiles of a server.",
    "description": "The same rows as in `included` of `server.get`. `used_by` in the text is for administrators and the owner of the server. `sort` and `filter` take profile_name.",
    "scope": "profile:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "profile.update": {
    "summary": "Replaces what a profile sets, and renames it.",
    "description": "The text is the whole profile, as `profile.list` gives it: what it does not hold is removed. With an `etag` the call is refused when the profile has changed since; without one the last update stands, and none is lost half way. Instances that use the profile change at once. What tenants may not set on an instance they may not set here.",
    "scope": "profile:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [
      "profile_body"
    ],
    "result": "ack",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "profile_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Name of the profile."
      },
      {
        "name": "profile_body",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "YAML with config, description and devices (at most 64 KiB); `name` and `used_by` in it mean nothing. What it does not hold is removed."
      },
      {
        "name": "profile_rename",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "New name: 1 to 63 letters, digits, dots, underscores and hyphens."
      },
      {
        "name": "etag",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The `profile_etag` or `meta.etag` the text was made from."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "project.add": {
    "summary": "Makes a project.",
    "description": "Its maker is its owner and may let others in with `project.member.add`. What is made in it counts against its maker's quota, unless an administrator gives the project one of its own.",
    "scope": "project:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "project_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "What to call it: 1 to 100 characters."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "project.delete": {
    "summary": "Deletes a project.",
    "description": "For its owners. It must not have instances any more: `bad_state` says how many it has. A personal project goes with its user only. Who belonged to it goes on seeing what happened there.",
    "scope": "project:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "project_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the project."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "project.get": {
    "summary": "A project.",
    "description": "For its members and administrators.",
    "scope": "project:read",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "project_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the project."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "project.list": {
    "summary": "The projects the caller belongs to.",
    "description": "Administrators see all. `sort` takes project_id, project_name, project_created_at and project_updated_at; `filter` takes project_id, project_name and project_personal.",
    "scope": "project:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "project.member.add": {
    "summary": "Lets a user into a project.",
    "description": "For its owners and admins; only owners make owners, and a personal project has no other. Somebody who shares no project with the caller is named by `user_email`: numbers are for administrators then. Such tries are counted (`rate_limited`).",
    "scope": "project:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "project_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the project."
      },
      {
        "name": "user_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the user."
      },
      {
        "name": "user_email",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "E-mail address, instead of the number."
      },
      {
        "name": "roles",
        "types": [
          "array"
        ],
        "required": true,
        "nullable": false,
        "description": "What they allow adds up. `owner`: everything; `admin`: everything but its owners and its end; `collaborator`: everything with instances; `limited_collaborator`: power, console and logs; `billing`: only look.",
        "items": [
          "string"
        ]
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "project.member.list": {
    "summary": "The members of a project.",
    "description": "For its members. `sort` takes user_id and member_created_at; `filter` takes user_id.",
    "scope": "project:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "project_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the project."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "project.member.remove": {
    "summary": "Takes a member out of a project.",
    "description": "For owners and admins of the project, and for every member to leave it; only owners take out owners. It holds at once: open consoles, sockets and streams show nothing of the project any more. The last owner stays.",
    "scope": "project:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "project_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the project."
      },
      {
        "name": "user_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the user."
      },
      {
        "name": "user_email",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "E-mail address, instead of the number."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "project.member.update": {
    "summary": "Other roles for a member.",
    "description": "For owners and admins of the project; only owners make and unmake owners. The roles replace those held, and hold from the member's next call on, also for open sockets and streams. The last owner stays one.",
    "scope": "project:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "project_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the project."
      },
      {
        "name": "user_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the user."
      },
      {
        "name": "user_email",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "E-mail address, instead of the number."
      },
      {
        "name": "roles",
        "types": [
          "array"
        ],
        "required": true,
        "nullable": false,
        "description": "What they allow adds up. `owner`: everything; `admin`: everything but its owners and its end; `collaborator`: everything with instances; `limited_collaborator`: power, console and logs; `billing`: only look.",
        "items": [
          "string"
        ]
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "project.update": {
    "summary": "Another name for a project.",
    "description": "For its owners and admins.",
    "scope": "project:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "project_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the project."
      },
      {
        "name": "project_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "What to call it: 1 to 100 characters."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "quota.list": {
    "summary": "What a user or a project may use, and does.",
    "description": "Without a number the caller's own. Of other users for administrators, of a project for its owners. A project without a quota of its own shares that of the user who made it: what all such projects use is counted together. Projects made by administrators are measured one by one.",
    "scope": "quota:read",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "user_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the user."
      },
      {
        "name": "project_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the project, instead of a user."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "quota.set": {
    "summary": "Bounds what a user or a project may use.",
    "description": "For administrators, who have no quota themselves but `image_mb`: only they upload images. A bound below what is used stops new work only. `image_mb` is what a user has in the image server and in uploads, MiB; it is not counted for projects. `addresses` counts prefixes: those of instances and those reserved. `volumes` is a bound for what keeps count of those.",
    "scope": "admin",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "user_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the user."
      },
      {
        "name": "project_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the project, instead of a user."
      },
      {
        "name": "quota_resource",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "What to bound.",
        "choices": [
          "instances",
          "vcpus",
          "memory_mb",
          "disk_mb",
          "volumes",
          "addresses",
          "image_mb"
        ]
      },
      {
        "name": "quota_maximum",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": true,
        "description": "The bound; null: as configured again."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "server.add": {
    "summary": "Registers a server.",
    "description": "Connects, checks the certificate against `server_fingerprint`, the join token or what the caller's last `server.verify` saw, makes the server trust us, pins the certificate and reads all instances. Instances that exist already are adopted. At a location it gets the lowest number that is free there, `server_ordinal`.",
    "scope": "server:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "server_host",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Host name or address; empty for a local socket.",
        "default": ""
      },
      {
        "name": "server_port",
        "types": [
          "integer",
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Port, 8443 unless given; a number or its text.",
        "default": 8443
      },
      {
        "name": "server_protocol",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "`lxd` or `incus`.",
        "default": "lxd"
      },
      {
        "name": "server_password",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Trust password or join token; empty when the server trusts us already.",
        "default": ""
      },
      {
        "name": "server_path",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Unix socket of a local server (it must be in the setting `servers.sockets`), or a path in front of the API.",
        "default": ""
      },
      {
        "name": "server_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What to call it; its host unless given.",
        "default": ""
      },
      {
        "name": "server_fingerprint",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "SHA-256 of the certificate it must show, 64 hex digits.",
        "default": ""
      },
      {
        "name": "location_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Where it stands: number of a location."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "server.delete": {
    "summary": "Forgets a server.",
    "description": "Nothing on the host is touched. Refused while instances stand there that Gantry made, unless `forget` says that they shall be left on the host and forgotten here.",
    "scope": "server:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "forget",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "Leave what Gantry made there on the host.",
        "default": false
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "server.get": {
    "summary": "One server, with what stands on it.",
    "description": "What the server last said of itself (also while it is away), and in `included` its profiles, certificates, pools, volumes and instances as far as it can be asked right now. Certificates are shown to its owner and administrators.",
    "scope": "server:read",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "server.grant": {
    "summary": "Lets a user use a server.",
    "description": "The user may see the server and make instances on it, in projects of their own. Only its owner and administrators may say so.",
    "scope": "server:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "user_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the user."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "server.list": {
    "summary": "The servers the caller may use.",
    "description": "All of them for an administrator; else those the caller owns or was granted. A server that is away is listed with the status it has.",
    "scope": "server:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "server.revoke": {
    "summary": "Ends a user's use of a server.",
    "description": "The user no longer sees the server and makes no new instances on it; instances they own stay theirs.",
    "scope": "server:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "user_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the user."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "server.update": {
    "summary": "Names a server anew, puts it at a location, or keeps new machines off it.",
    "description": "For its owner and administrators. At a location it gets the lowest number that is free there, `server_ordinal`. It keeps its place while it carries instances with addresses of that place. A disabled server goes on with what it carries; plans and dialects place nothing new on it.",
    "scope": "server:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "server_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What to call it."
      },
      {
        "name": "location_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": true,
        "description": "Where it stands: number of a location; null: nowhere."
      },
      {
        "name": "server_disabled",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "Whether no new machine is placed on it."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "server.verify": {
    "summary": "Looks at a server without registering it.",
    "description": "Connects to an LXD or Incus server and says what was found: the fingerprint of its certificate, its version, whether it trusts us, how far its clock is from ours, its API extensions and how long it took. Nothing is kept but the fingerprint, which the next `server.add` of the same caller then expects.",
    "scope": "server:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "server_host",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Host name or address; empty for a local socket.",
        "default": ""
      },
      {
        "name": "server_port",
        "types": [
          "integer",
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Port, 8443 unless given; a number or its text.",
        "default": 8443
      },
      {
        "name": "server_protocol",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "`lxd` or `incus`.",
        "default": "lxd"
      },
      {
        "name": "server_password",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Trust password or join token; empty when the server trusts us already.",
        "default": ""
      },
      {
        "name": "server_path",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Unix socket of a local server (it must be in the setting `servers.sockets`), or a path in front of the API.",
        "default": ""
      },
      {
        "name": "server_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What to call it; its host unless given.",
        "default": ""
      },
      {
        "name": "server_fingerprint",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "SHA-256 of the certificate it must show, 64 hex digits.",
        "default": ""
      },
      {
        "name": "location_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Taken as `server.add` takes it; nothing is looked up."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "simplestream.add": {
    "summary": "Enters a product in the image server.",
    "description": "For administrators. A product is an operating system, a release, an architecture and a variant; its images come with `simplestream.upload`. Aliases are separated by commas without spaces, and belong to one product of an architecture; without any they are `os/release/variant`, and `os/release` for the variant `default`. Clients add `/arch` to each by themselves.",
    "scope": "simplestream:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "product_os",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Operating system: a-z, 0-9 and `._+-`."
      },
      {
        "name": "product_release",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Its release: a-z, 0-9 and `._+-`."
      },
      {
        "name": "product_arch",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Architecture by any of its names (`amd64`, `x86_64`); it is published as users spell it."
      },
      {
        "name": "product_release_title",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The release as people call it; absent: the release."
      },
      {
        "name": "product_variant",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Absent: `default`."
      },
      {
        "name": "product_aliases",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Names that lead to its newest version, separated by commas."
      },
      {
        "name": "product_keep_serials",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Newest versions that may stay: those behind them go, however young. Absent: `simplestream.keep_serials`."
      },
      {
        "name": "product_lifetime_days",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Days a version is kept after a newer one came; absent: `simplestream.images_lifetime`."
      },
      {
        "name": "product_requirements",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "What its images need of an instance, by name; clients set it: `{\"secureboot\": \"false\"}`."
      },
      {
        "name": "product_support_eol",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Last day of its support, YYYY-MM-DD: clients let their copies expire then."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "simplestream.delete": {
    "summary": "Takes a version or a product off the image server.",
    "description": "For administrators and whoever made the product. With `product_version_serial` that version is retired; without it the product goes with all of its versions. What goes is not listed from now on; its files are answered for `simplestream.grace_hours` longer, because hosts keep a catalogue for an hour, and are removed then. A retired serial is not taken again. The key of a deleted product is free at once: entering it again within that time gives it its old number, and its old serials stay taken; afterwards it is a new product.",
    "scope": "simplestream:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "product_id",
        "types": [
          "integer",
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the product, its text, or the product's key `os:release:arch:variant`."
      },
      {
        "name": "product_version_serial",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Serial of the version; absent: the whole product."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "simplestream.images": {
    "summary": "The images of the image server, as clients see them.",
    "description": "Open to everyone. Newest first; an alias stands at the image it leads to. `sort` and `filter` take image_fingerprint, image_instance_type, image_architecture, image_os, image_release, image_variant, image_serial, product_id and product_key; `sort` also image_size.",
    "scope": "public",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": true,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "simplestream.import": {
    "summary": "Takes an image from elsewhere into the image server.",
    "description": "For administrators. From one of three places: an image in a server's own store (`server_id`, `image_fingerprint`); a snapshot of a container (`instance_id` or `server_id` and `instance_name`, with `snapshot_name`), of which its server makes an image for as long as it takes; or another image server (`image_server_host`, `instance_image`), where the image for the product's architecture is taken. What comes is checked as an upload is, and its fingerprint is that of the image that was asked for. Imports into one product take place one after the other. The result holds `image_fingerprint`.",
    "scope": "simplestream:write",
    "mutates": true,
    "long": true,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "operation",
    "fields": [
      {
        "name": "product_id",
        "types": [
          "integer",
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the product, its text, or the product's key `os:release:arch:variant`."
      },
      {
        "name": "product_version_serial",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Date of the build in UTC: `YYYYMMDD`, `YYYYMMDD_HHMM` or `YYYYMMDD_HH:MM`, one form per product."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server that has the image, or the instance."
      },
      {
        "name": "image_fingerprint",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Fingerprint of the image there: all of it, or 12 and more of its 64 hex digits."
      },
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "snapshot_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Snapshot of the instance."
      },
      {
        "name": "image_server_host",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "URL of another simplestreams server."
      },
      {
        "name": "instance_image",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Alias or fingerprint of the image there."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "wait",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      {
        "name": "deadline",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds; work that has not begun by then fails."
      },
      {
        "name": "on_unreachable",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "When the host does not answer: fail at once, or queue until it does.",
        "choices": [
          "fail",
          "queue"
        ],
        "default": "fail"
      }
    ]
  },
  "simplestream.list": {
    "summary": "The products of the image server and their versions.",
    "description": "Open to everyone, as the images are. Versions that are not complete, and retired ones, are not shown. The same address is an image server: `/v1/simplestream.list/streams/v1/index.json` and what it points to. `sort` and `filter` take product_id, product_os, product_release, product_arch, product_variant and product_key; `sort` also product_created_at.",
    "scope": "public",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": true,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "simplestream.push": {
    "summary": "Brings an image of the image server to servers.",
    "description": "For owners of all the servers, and administrators. The image is sent to each of them, several at a time; a server that has it already is content. With `alias` that alias leads to it there; one that leads to another image is refused for that server unless `alias_move` is given. Each server is for itself: one that is away, or refuses, holds up none of the others. Progress is told per server (`server_id` in `operation.progress`), and the result lists in `servers` what became of each: `ok`, `present` when it had the image, else `error_code` and `error`. It is a failure when the image came to none of them.",
    "scope": "simplestream:write",
    "mutates": true,
    "long": true,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "operation",
    "fields": [
      {
        "name": "image_fingerprint",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Fingerprint of an image in our catalogue: all of it, or 12 and more of its 64 hex digits."
      },
      {
        "name": "server_ids",
        "types": [
          "array"
        ],
        "required": true,
        "nullable": false,
        "description": "Numbers of the servers.",
        "items": [
          "integer"
        ]
      },
      {
        "name": "alias",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name that is to lead to it there; absent: none."
      },
      {
        "name": "alias_move",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "Take the alias from another image.",
        "default": false
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "wait",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      {
        "name": "deadline",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds; work that has not begun by then fails."
      },
      {
        "name": "on_unreachable",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "When the host does not answer: fail at once, or queue until it does.",
        "choices": [
          "fail",
          "queue"
        ],
        "default": "fail"
      }
    ]
  },
  "simplestream.upload.begin": {
    "summary": "Begins an upload in chunks, or finds the one begun before.",
    "description": "For administrators. The file's size and hash are stated beforehand, and room for it is reserved at once: within the caller's quota `image_mb`, within `simplestream.max_mb`, and above the floor of free space. Then `simplestream.upload.chunk` sends it piece by piece and `simplestream.upload.finish` makes it part of its version. The same call again, also after a lost connection or a restart of the server, answers the same upload and how far it is. Without a serial it is that of the same file's last attempt as long as its version is not complete, else the present time in UTC. An upload to which nothing was added for 24 hours is thrown away.",
    "scope": "simplestream:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "product_id",
        "types": [
          "integer",
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the product, its text, or the product's key `os:release:arch:variant`."
      },
      {
        "name": "product_version_serial",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Date of the build in UTC: `YYYYMMDD`, `YYYYMMDD_HHMM` or `YYYYMMDD_HH:MM`, one form per product. Absent: that of the last attempt, or the time."
      },
      {
        "name": "file_sha256",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "SHA-256 of the whole file, hex."
      },
      {
        "name": "file_size",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Bytes of the whole file."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "simplestream.upload.chunk": {
    "summary": "Sends the next bytes of an upload.",
    "description": "For administrators, of their own uploads. The body is the chunk, at most `chunk_size` bytes of it; the other parameters stand in the query: `POST /v1/simplestream.upload.chunk?upload_id=...&offset=...&chunk_sha256=...`. The answer comes when the bytes are on the disk for certain, and names the offset to go on at. A chunk with another hash or offset is refused, naming the offset that is right, and nothing has changed then; the same chunk may be sent again. Chunks of one upload are taken one at a time.",
    "scope": "simplestream:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "octet-stream",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "upload_id",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Id of the upload, from `simplestream.upload.begin`."
      },
      {
        "name": "offset",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Where in the file the chunk begins."
      },
      {
        "name": "chunk_sha256",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "SHA-256 of the chunk, hex."
      },
      {
        "name": "file",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "File to send."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "simplestream.upload.finish": {
    "summary": "Makes an uploaded file part of its version.",
    "description": "For administrators, of their own uploads. The file is read once more and has to have the hash that was stated when the upload was begun; then it is taken as by `simplestream.upload`. Finishing again gives the same answer. A file that has another hash, or is nothing an image is made of, is thrown away.",
    "scope": "simplestream:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "upload_id",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Id of the upload, from `simplestream.upload.begin`."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "simplestream.upload": {
    "summary": "Uploads one file of a version of a product.",
    "description": "For administrators. One call carries one file, and its content tells what it is: a tarball with `metadata.yaml` and `rootfs/` is a whole container image; a tarball with `metadata.yaml` alone goes together with a squashfs, a tarball of a root file system (containers) or a qcow2 disk (virtual machines), in any order. Tarballs are plain or packed with gzip or xz. Every hash is computed here. A version is in the catalogue as soon as it is complete and never before. The same bytes again give the same answer; other bytes for what is there already are a conflict, as is an image that another version offers. Room is reserved before the first byte: within the caller's quota `image_mb`, `simplestream.max_mb`, and the free space. `simplestream.upload.begin` sends a large file in chunks.",
    "scope": "simplestream:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "multipart",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "product_id",
        "types": [
          "integer",
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the product, its text, or the product's key `os:release:arch:variant`."
      },
      {
        "name": "product_version_serial",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Date of the build in UTC: `YYYYMMDD`, `YYYYMMDD_HHMM` or `YYYYMMDD_HH:MM`, one form per product."
      },
      {
        "name": "file_sha256",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "SHA-256 of the file, hex: what arrives with another is refused."
      },
      {
        "name": "file",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "File to send."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "simplestream.upload.status": {
    "summary": "How far an upload in chunks is.",
    "description": "The caller's own uploads only. `offset` is where the next chunk begins, also after the server was killed.",
    "scope": "simplestream:read",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": true,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "upload_id",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Id of the upload, from `simplestream.upload.begin`."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "snapshot.add": {
    "summary": "Makes a snapshot of an instance.",
    "description": "Of its disk and its configuration. A running container stands still for a moment meanwhile (and LXD lets one that was frozen run on afterwards). With `stateful` its memory is kept, too, if the server can do that.",
    "scope": "snapshot:write",
    "mutates": true,
    "long": true,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "operation",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "snapshot_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "1 to 63 letters, digits, dots, underscores and hyphens, beginning with a letter or digit."
      },
      {
        "name": "stateful",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "Keep the memory, too; only of what runs.",
        "default": false
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "wait",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      {
        "name": "deadline",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds; work that has not begun by then fails."
      },
      {
        "name": "on_unreachable",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "When the host does not answer: fail at once, or queue until it does.",
        "choices": [
          "fail",
          "queue"
        ],
        "default": "fail"
      }
    ]
  },
  "snapshot.delete": {
    "summary": "Deletes a snapshot of an instance.",
    "description": "The instance and its other snapshots stay as they are.",
    "scope": "snapshot:write",
    "mutates": true,
    "long": true,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "operation",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "snapshot_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Name of the snapshot."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "wait",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      {
        "name": "deadline",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds; work that has not begun by then fails."
      },
      {
        "name": "on_unreachable",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "When the host does not answer: fail at once, or queue until it does.",
        "choices": [
          "fail",
          "queue"
        ],
        "default": "fail"
      }
    ]
  },
  "snapshot.list": {
    "summary": "The snapshots of an instance.",
    "description": "As the server has them now, oldest first, also those that somebody else or its schedule made. `sort` takes snapshot_name and created_at, `filter` snapshot_name.",
    "scope": "snapshot:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "snapshot.restore": {
    "summary": "Sets an instance back to a snapshot.",
    "description": "Its disk and its configuration become what they were; a running instance is stopped for it and started again. Refused when that would change a key that the caller may not set, or take more than the quota has. What a snapshot holds is read first, so this does not wait for a server that is away.",
    "scope": "snapshot:write",
    "mutates": true,
    "long": true,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "operation",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "snapshot_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Name of the snapshot."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "wait",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      {
        "name": "deadline",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds; work that has not begun by then fails."
      },
      {
        "name": "on_unreachable",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "When the host does not answer: fail at once, or queue until it does.",
        "choices": [
          "fail",
          "queue"
        ],
        "default": "fail"
      }
    ]
  },
  "ssh-key.add": {
    "summary": "Enters a public key.",
    "description": "It goes into every instance the user makes from now on. All types of OpenSSH are taken; a comment behind the key names it when `key_name` is empty.",
    "scope": "ssh-key:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "key_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What it is called.",
        "default": ""
      },
      {
        "name": "key_public",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "The line of the .pub file."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "ssh-key.delete": {
    "summary": "Removes a public key.",
    "description": "Instances that exist keep it.",
    "scope": "ssh-key:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "key_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Its number, as `ssh-key.get` shows it."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "ssh-key.get": {
    "summary": "The caller's public keys.",
    "description": "`sort` takes key_id, key_name and key_timeadd; `filter` takes key_id, key_name and key_public.",
    "scope": "ssh-key:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "token.create": {
    "summary": "Makes an API token.",
    "description": "Needs a login less than `auth.reauth_seconds` old. An API token may call this too, with scope token:write, for scopes it holds itself; what it makes ends no later than itself. The token is shown this once. A token for one of the other APIs (`token_kind`) counts there only, needs a login, and does all that its API offers its user; a panel token stands for an administrator, so only one can make it. With `token_revoke_all`, the user's other API tokens are revoked in the same moment.",
    "scope": "token:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "token_lifetime",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds it lasts; `auth.token_seconds` when left out."
      },
      {
        "name": "token_revoke_all",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "Revokes the other API tokens of this user.",
        "default": false
      },
      {
        "name": "token_kind",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The API it is for.",
        "choices": [
          "native",
          "panel",
          "cvm",
          "aarch64",
          "packet"
        ],
        "default": "native"
      },
      {
        "name": "token_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "What it is called; a random name when left out."
      },
      {
        "name": "token_scopes",
        "types": [
          "array"
        ],
        "required": false,
        "nullable": false,
        "description": "What a native token may do: `instance:read`, `instance:*`, `*:read`, `*`. Left out: all that the caller may.",
        "items": [
          "string"
        ]
      },
      {
        "name": "token_read_only",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "It may call only what changes nothing (kinds native and packet).",
        "default": false
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "token.get": {
    "summary": "The caller's tokens.",
    "description": "Sessions and API tokens, live and revoked. `sort` takes token_id, token_name and token_time_start; `filter` takes token_id, token_name and token_type.",
    "scope": "token:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "token.revoke": {
    "summary": "Revokes a token.",
    "description": "By its name, session or API token. The next call with it is refused, and its sockets close.",
    "scope": "token:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "token_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Its name, as `token.get` shows it."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "traffic.get": {
    "summary": "What an instance sent and received.",
    "description": "Bytes as the guest sees them, over all its network devices, without its loopback. Its host is asked every `traffic.sample_seconds`, and right before we stop, restart or remove it. Totals never fall; the hours are kept for `traffic.retention`. Reaching a limit of its plan is told once by the event `traffic.limit`, and nothing else is done about it.",
    "scope": "instance:read",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `server_id` and `instance_name`."
      },
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "from",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Begin of the span, ms since 1970; a week before its end when left out."
      },
      {
        "name": "until",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "End of the span, ms since 1970; now when left out."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "user.assertionGet": {
    "summary": "First step of a login by passkey: what the browser needs to use one.",
    "description": "Options for `navigator.credentials.get`, whose binary members are standard base64; `user.assertionVerify` is the second step. The challenge holds for five minutes and one answer. An unknown login, and one without passkeys, is answered like any other, with keys that nobody has.",
    "scope": "public",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "user_login",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Login or e-mail address."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "user.assertionVerify": {
    "summary": "Second step of a login by passkey: opens a session.",
    "description": "Takes what the browser made of the options of `user.assertionGet`, binary members as base64url, and answers as `user.login` does. Every refusal is `wrong credential`, and uses the challenge up. Failed passwords never stop a login by passkey. A key whose counter went back is refused, and an event tells its owner.",
    "scope": "public",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [
      "response"
    ],
    "result": "single",
    "fields": [
      {
        "name": "user_login",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "As given to `user.assertionGet`."
      },
      {
        "name": "id",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Name of the key."
      },
      {
        "name": "rawId",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "The same."
      },
      {
        "name": "type",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "`public-key`."
      },
      {
        "name": "response",
        "types": [
          "object"
        ],
        "required": true,
        "nullable": false,
        "description": "What the authenticator said."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "user.credentialDelete": {
    "summary": "Removes a passkey of the caller.",
    "description": "Needs a login less than `auth.reauth_seconds` old; API tokens cannot do it. The only key of an account without a password stays: `bad_state`. Sessions that were opened with the key go on.",
    "scope": "user",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "key_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Its number, as `user.credentialGet` shows it."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "user.credentialGet": {
    "summary": "The caller's passkeys.",
    "description": "`sort` takes key_id, key_name and key_timeadd; `filter` takes key_id and key_name.",
    "scope": "user",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "user.credentialMake": {
    "summary": "A passkey, in two steps: another one for the caller, or the only secret of a new account.",
    "description": "First without `id`: options for `navigator.credentials.create`, whose binary members are standard base64. Then with what the browser made of them, binary members as base64url. Challenges hold for five minutes and one answer.\n\nWithout `user_register` the key is the caller's own: this needs a token and a login less than `auth.reauth_seconds` old, and API tokens cannot do it. With it the key is for an account that is to be: `user_login` and `user_email` are needed in both steps, the second mails a code, and that code alone given to `user.register` makes the account, which has no password. A login or address that is taken is told by mail only. The person must be verified by the authenticator (a PIN, a finger), for the key alone opens a session.",
    "scope": "public",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [
      "response"
    ],
    "result": "document",
    "fields": [
      {
        "name": "user_login",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The login of the new account; else the caller's own, or left out."
      },
      {
        "name": "user_email",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The e-mail address of the new account; else not looked at."
      },
      {
        "name": "user_register",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "For a new account.",
        "default": false
      },
      {
        "name": "attestation_type",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Not looked at: the setting `webauthn.attestation` decides what is asked for."
      },
      {
        "name": "authenticator_attachment",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Which authenticators the browser offers: its own, or others; `\"\"`: all.",
        "choices": [
          "",
          "platform",
          "cross-platform"
        ]
      },
      {
        "name": "id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of the new key. Its presence makes this the second step."
      },
      {
        "name": "rawId",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The same."
      },
      {
        "name": "type",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "`public-key`."
      },
      {
        "name": "response",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "What the authenticator said."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "user.disable": {
    "summary": "Keeps a user out, or lets a user in again.",
    "description": "For administrators. Disabling revokes every session and token of the user at once and closes the sockets; instances go on running. Enabling brings no token back: the user logs in again. The last administrator cannot be disabled.",
    "scope": "admin",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "user_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the user."
      },
      {
        "name": "user_disabled",
        "types": [
          "boolean"
        ],
        "required": true,
        "nullable": false,
        "description": "Whether the user is kept out."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "user.emailChange": {
    "summary": "Another e-mail address for the caller, in two steps.",
    "description": "First `user_email`: acknowledged, and a code of 36 characters is mailed to the new address; an address that is taken is told by mail only. Then `user_email` and `user_code`: the account has the new address, and the old one is told. Needs a login less than `auth.reauth_seconds` old; API tokens cannot do it. Refused with `bad_state` while the password is locked, for recovery by the new address would get round the lock.",
    "scope": "user",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "user_email",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "The new address, in both steps."
      },
      {
        "name": "user_code",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The mailed code; `\"\"` is the same as none."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "user.get": {
    "summary": "The caller.",
    "description": "Who the token belongs to.",
    "scope": "user",
    "mutates": false,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "user.list": {
    "summary": "All users.",
    "description": "For administrators. `sort` takes user_id, login, email and user_timeadd; `filter` takes user_id, login, email, user_admin and user_disabled.",
    "scope": "admin",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  },
  "user.login": {
    "summary": "Opens a session.",
    "description": "By login or e-mail address. Every refusal is `wrong credential`; after too many of them the answer is `rate_limited` for a while. The token is shown this once.",
    "scope": "public",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "single",
    "fields": [
      {
        "name": "user_login",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Login or e-mail address."
      },
      {
        "name": "user_password",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Password."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "user.logout": {
    "summary": "Ends the session.",
    "description": "Revokes the token of this call: the next call with it is refused, and its sockets close.",
    "scope": "user",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "user.passwordChange": {
    "summary": "Another password for the caller.",
    "description": "Takes effect at once: every other session of the user ends, the calling one and API tokens stay. Needs a login less than `auth.reauth_seconds` old; API tokens cannot do it. Refused with `bad_state` while the password is locked. Off with `disable_user_password_change`.",
    "scope": "user",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "user_password",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "12 to 256 characters."
      },
      {
        "name": "user_passwordRepeat",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "The password again."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "user.passwordLock": {
    "summary": "Locks the password against changes, or unlocks it by mail.",
    "description": "`user_password_locked` true: locked at once. False without a code: a code of 36 characters is mailed to the account's address. False with that code: unlocked. What is as asked already stays so, and no mail is sent. While locked, `user.passwordChange` and `user.emailChange` are refused; `user.recovery` is not. Needs a login less than `auth.reauth_seconds` old; API tokens cannot do it.",
    "scope": "user",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "user_password_locked",
        "types": [
          "boolean"
        ],
        "required": true,
        "nullable": false,
        "description": "What it should be."
      },
      {
        "name": "user_code",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The mailed code; `\"\"` is the same as none."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "user.recovery": {
    "summary": "A new password by mail, in three steps.",
    "description": "First `user_email`: acknowledged whatever the address; if an account has it, a code of 36 characters is mailed there. Then `user_code` alone: tells whether the code is good, and leaves it so. Then `user_code`, `user_password` and `user_passwordRepeat`: the code is used up, the password set, and every session of the user ends; API tokens stay. Possible also while the password is locked. Off with `disable_user_recovery`.",
    "scope": "public",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "user_email",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "E-mail address of the account."
      },
      {
        "name": "user_code",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The mailed code; `\"\"` is the same as none."
      },
      {
        "name": "user_password",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "12 to 256 characters."
      },
      {
        "name": "user_passwordRepeat",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The password again."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "user.register": {
    "summary": "Makes an account, in two steps.",
    "description": "First `user_login`, `user_email`, `user_password` and `user_passwordRepeat`: acknowledged always, and a code of 36 characters is mailed; a login or address that is taken is told by mail only. Then `user_code` alone: the account is made; the code of a registration by passkey (`user.credentialMake`) is entered here as well. While there is no administrator, all five fields with the code that `serve` printed make one, active at once, and nothing else is taken.",
    "scope": "public",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "user_login",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Login name: 3 to 64 letters, digits, dots, hyphens, underscores."
      },
      {
        "name": "user_email",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "E-mail address."
      },
      {
        "name": "user_password",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "12 to 256 characters."
      },
      {
        "name": "user_passwordRepeat",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The password again."
      },
      {
        "name": "user_code",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The mailed code, or the first administrator's."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "user.update": {
    "summary": "Another login, address or role for a user.",
    "description": "For administrators; what is left out stays. A new role holds from the user's next call on, also for open sockets and streams. The address an account had is told. To make an administrator, or to change an administrator's address, a login less than `auth.reauth_seconds` old is needed. The last administrator stays one.",
    "scope": "admin",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "user_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the user."
      },
      {
        "name": "user_login",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Login name: 3 to 64 letters, digits, dots, hyphens, underscores."
      },
      {
        "name": "user_email",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "E-mail address; taken without a mailed code."
      },
      {
        "name": "user_admin",
        "types": [
          "boolean"
        ],
        "required": false,
        "nullable": false,
        "description": "Whether the user is an administrator."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "volume.add": {
    "summary": "Makes a custom volume.",
    "description": "Empty, and attached to nothing. Pools of driver `dir` do not hold it to its size.",
    "scope": "storage:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "pool_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Name of the pool."
      },
      {
        "name": "volume_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "1 to 63 letters, digits, dots, underscores and hyphens."
      },
      {
        "name": "volume_size_mb",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Size in MiB; without it as the pool has it."
      },
      {
        "name": "volume_content_type",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "`filesystem`, or `block` for a disk of a virtual machine.",
        "choices": [
          "filesystem",
          "block"
        ],
        "default": "filesystem"
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "volume.attach": {
    "summary": "Puts a volume into an instance.",
    "description": "As a disk device called like the volume, also while the instance runs. A filesystem is mounted at `volume_path`; a block volume has none and is for virtual machines. Refused when the instance has the volume already, or another device of that name. For administrators and the owner of the server.",
    "scope": "storage:write",
    "mutates": true,
    "long": true,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "operation",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "pool_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Name of the pool."
      },
      {
        "name": "volume_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Name of the volume."
      },
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `instance_name`."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "volume_path",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Where it is mounted, such as /srv/data; not for block volumes."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "wait",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      {
        "name": "deadline",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds; work that has not begun by then fails."
      },
      {
        "name": "on_unreachable",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "When the host does not answer: fail at once, or queue until it does.",
        "choices": [
          "fail",
          "queue"
        ],
        "default": "fail"
      }
    ]
  },
  "volume.delete": {
    "summary": "Deletes a custom volume and what is on it.",
    "description": "Refused while an instance or a profile uses it. Volumes of instances go with their instance.",
    "scope": "storage:write",
    "mutates": true,
    "long": false,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "ack",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "pool_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Name of the pool."
      },
      {
        "name": "volume_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Name of the volume."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    ]
  },
  "volume.detach": {
    "summary": "Takes a volume out of an instance.",
    "description": "What is on it stays. A volume that comes with a profile is taken out by changing the profile. For administrators and the owner of the server.",
    "scope": "storage:write",
    "mutates": true,
    "long": true,
    "list": false,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "operation",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "pool_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Name of the pool."
      },
      {
        "name": "volume_name",
        "types": [
          "string"
        ],
        "required": true,
        "nullable": false,
        "description": "Name of the volume."
      },
      {
        "name": "instance_id",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Number of the instance; or give `instance_name`."
      },
      {
        "name": "instance_name",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name on its host."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "wait",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      {
        "name": "deadline",
        "types": [
          "number"
        ],
        "required": false,
        "nullable": false,
        "description": "Seconds; work that has not begun by then fails."
      },
      {
        "name": "on_unreachable",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "When the host does not answer: fail at once, or queue until it does.",
        "choices": [
          "fail",
          "queue"
        ],
        "default": "fail"
      }
    ]
  },
  "volume.list": {
    "summary": "The volumes of a server.",
    "description": "The same rows as in `included` of `server.get`: custom volumes, those of instances and images, in all pools. They are for administrators and the owner of the server; others get an empty list. `sort` takes volume_name, volume_type and pool_name, `filter` these and volume_content_type.",
    "scope": "storage:read",
    "mutates": false,
    "long": false,
    "list": true,
    "stream": false,
    "get": false,
    "body": "json",
    "secrets": [],
    "result": "list",
    "fields": [
      {
        "name": "server_id",
        "types": [
          "integer"
        ],
        "required": true,
        "nullable": false,
        "description": "Number of the server."
      },
      {
        "name": "provider",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      {
        "name": "request_id",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      {
        "name": "limit",
        "types": [
          "integer"
        ],
        "required": false,
        "nullable": false,
        "description": "Rows in the answer.",
        "default": 1000
      },
      {
        "name": "after",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": true,
        "description": "The `meta.next` of the page before."
      },
      {
        "name": "sort",
        "types": [
          "string"
        ],
        "required": false,
        "nullable": false,
        "description": "Name of an attribute, with `-` in front for descending."
      },
      {
        "name": "filter",
        "types": [
          "object"
        ],
        "required": false,
        "nullable": false,
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    ]
  }
};
