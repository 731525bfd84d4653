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
  readonly result: 'single' | 'list' | 'ack' | 'operation' | 'stream' | 'document';
  readonly fields: readonly Field[];
}

export const CATALOG: Readonly<Record<MethodName, CatalogEntry>> = {
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
  "server.add": {
    "summary": "Registers a server.",
    "description": "Connects, checks the certificate against `server_fingerprint`, the join token or what the caller's last `server.verify` saw, makes the server trust us, pins the certificate and reads all instances. Instances that exist already are adopted.",
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
    "description": "Needs a login less than `auth.reauth_seconds` old. An API token may call this too, with scope token:write, for scopes it holds itself; what it makes ends no later than itself. The token is shown this once. With `token_revoke_all`, the user's other API tokens are revoked in the same moment.",
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
          "native"
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
        "description": "What it may do: `instance:read`, `instance:*`, `*:read`, `*`. Left out: all that the caller may.",
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
        "description": "It may call only what changes nothing.",
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
  "user.register": {
    "summary": "Makes an account, in two steps.",
    "description": "First `user_login`, `user_email`, `user_password` and `user_passwordRepeat`: acknowledged always, and a code of 36 characters is mailed; a login or address that is taken is told by mail only. Then `user_code` alone: the account is made. While there is no administrator, all five fields with the code that `serve` printed make one, active at once, and nothing else is taken.",
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
  }
};
