// Written by `npm run gen` from schemas/: change those, not this.
import type { ContractInfo, Defs, EventInfo } from '../registry/schema.js';

export const DEFS: Defs = {
  "Ack": {
    "description": "An acknowledgement: what was asked has been done.",
    "type": "object",
    "required": [
      "data"
    ],
    "additionalProperties": false,
    "properties": {
      "data": {
        "type": "object",
        "required": [
          "type",
          "attributes"
        ],
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "integer"
          },
          "type": {
            "type": "string"
          },
          "attributes": {
            "type": "object",
            "required": [
              "response"
            ],
            "properties": {
              "response": {
                "const": true
              }
            }
          }
        }
      },
      "meta": {
        "type": "object"
      }
    }
  },
  "AuditCallEvent": {
    "type": "object",
    "required": [
      "method",
      "params",
      "ok",
      "code"
    ],
    "additionalProperties": false,
    "properties": {
      "method": {
        "type": "string"
      },
      "params": {
        "type": "object",
        "description": "What was asked, secrets masked."
      },
      "ok": {
        "type": "boolean"
      },
      "code": {
        "type": "string",
        "description": "Name of the error, empty when it went well."
      },
      "details": {
        "type": "object",
        "description": "What the method adds of itself."
      }
    }
  },
  "Config": {
    "description": "Every setting: `a.b` is `--a.b`, `GANTRY_A_B` and `a: {b: ...}` in the file.",
    "type": "object",
    "additionalProperties": false,
    "required": [
      "data",
      "listen",
      "public_url",
      "hosts",
      "origins",
      "trusted_proxies",
      "tls",
      "webauthn",
      "servers",
      "auth",
      "events",
      "audit",
      "limits",
      "quotas",
      "smtp",
      "image_servers",
      "phonehome",
      "dialects",
      "disable_user_registration",
      "disable_user_recovery",
      "disable_user_password_change",
      "disable_server_add",
      "disable_ssh_key_add",
      "eventstream",
      "simplestream",
      "log"
    ],
    "properties": {
      "data": {
        "type": "string",
        "default": "./data",
        "description": "Folder of the database, keys and files."
      },
      "listen": {
        "type": "array",
        "items": {
          "type": "string",
          "pattern": "^https?://[^/]+/?$"
        },
        "default": [
          "http://127.0.0.1:7500",
          "https://[::]:7443"
        ],
        "description": "Addresses to listen on; port 0 takes a free one."
      },
      "public_url": {
        "type": "string",
        "default": "",
        "description": "How hosts, guests and mails reach us; empty: the https listener by this machine's address.",
        "pattern": "^(https?://[^/\\s]+)?/?$"
      },
      "hosts": {
        "type": "array",
        "items": {
          "type": "string"
        },
        "default": [],
        "description": "Names besides our own that a `Host` header may carry."
      },
      "origins": {
        "type": "array",
        "items": {
          "type": "string",
          "pattern": "^https?://[^/]+$"
        },
        "default": [],
        "description": "Origins of pages served elsewhere that may call us."
      },
      "trusted_proxies": {
        "type": "array",
        "items": {
          "type": "string"
        },
        "default": [],
        "description": "Addresses or networks whose `X-Forwarded-For` is believed."
      },
      "tls": {
        "type": "object",
        "description": "Certificate of the https listener; without one, a certificate of our own authority is made.",
        "additionalProperties": false,
        "required": [
          "cert",
          "key",
          "ca",
          "hsts_seconds"
        ],
        "properties": {
          "cert": {
            "type": [
              "string",
              "null"
            ],
            "default": null,
            "description": "File of the certificate, PEM, with its chain."
          },
          "key": {
            "type": [
              "string",
              "null"
            ],
            "default": null,
            "description": "File of its key, PEM."
          },
          "ca": {
            "type": [
              "string",
              "null"
            ],
            "default": null,
            "description": "File of the authority that signed it, PEM: handed to guests and hosts."
          },
          "hsts_seconds": {
            "type": "integer",
            "default": 0,
            "description": "Seconds of Strict-Transport-Security; 0 sends none.",
            "minimum": 0
          }
        }
      },
      "webauthn": {
        "type": "object",
        "description": "Passkeys.",
        "additionalProperties": false,
        "required": [
          "rp_id",
          "attestation"
        ],
        "properties": {
          "rp_id": {
            "type": [
              "string",
              "null"
            ],
            "default": null,
            "description": "Name the passkeys belong to; null: the host of public_url if it is a name."
          },
          "attestation": {
            "enum": [
              "none",
              "indirect",
              "direct",
              "enterprise"
            ],
            "default": "none",
            "description": "Attestation that is asked for."
          }
        }
      },
      "servers": {
        "type": "object",
        "description": "Hosts of the fleet.",
        "additionalProperties": false,
        "required": [
          "add",
          "allow",
          "private",
          "ports",
          "sockets"
        ],
        "properties": {
          "add": {
            "enum": [
              "admin",
              "user"
            ],
            "default": "admin",
            "description": "Who may add servers."
          },
          "allow": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "default": [],
            "description": "Networks (CIDR, CIDR:port, ports as 1-65535) that are open to servers besides the ordinary ones, loopback included."
          },
          "private": {
            "type": "boolean",
            "default": true,
            "description": "Whether administrators may add servers at private addresses."
          },
          "ports": {
            "type": "array",
            "items": {
              "type": "integer",
              "minimum": 1,
              "maximum": 65535
            },
            "default": [
              8443,
              443
            ],
            "description": "Ports a server may have."
          },
          "sockets": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "default": [],
            "description": "Unix sockets that may be added as servers."
          }
        }
      },
      "auth": {
        "type": "object",
        "description": "Logins and tokens.",
        "additionalProperties": false,
        "required": [
          "session_seconds",
          "reauth_seconds",
          "code_seconds",
          "token_seconds",
          "token_seconds_max"
        ],
        "properties": {
          "session_seconds": {
            "type": "integer",
            "minimum": 1,
            "default": 2592000,
            "description": "How long a login lasts.",
            "x-duration": true
          },
          "reauth_seconds": {
            "type": "integer",
            "minimum": 1,
            "default": 300,
            "description": "How long after a login credentials may be changed.",
            "x-duration": true
          },
          "code_seconds": {
            "type": "integer",
            "minimum": 1,
            "default": 900,
            "description": "How long a mailed code holds.",
            "x-duration": true
          },
          "token_seconds": {
            "type": "integer",
            "minimum": 1,
            "default": 7776000,
            "description": "How long an API token lasts when nothing is said.",
            "x-duration": true
          },
          "token_seconds_max": {
            "type": "integer",
            "minimum": 1,
            "default": 31536000,
            "description": "How long an API token may last.",
            "x-duration": true
          }
        }
      },
      "events": {
        "type": "object",
        "description": "The event log.",
        "additionalProperties": false,
        "required": [
          "retention"
        ],
        "properties": {
          "retention": {
            "type": "integer",
            "minimum": 60,
            "default": 604800,
            "description": "How long events are kept: seconds, or 7d, 12h, 30m.",
            "x-duration": true
          }
        }
      },
      "audit": {
        "type": "object",
        "description": "The audit trail.",
        "additionalProperties": false,
        "required": [
          "retention"
        ],
        "properties": {
          "retention": {
            "type": "integer",
            "minimum": 60,
            "default": 31536000,
            "description": "How long audit rows are kept: seconds, or 365d.",
            "x-duration": true
          }
        }
      },
      "limits": {
        "type": "object",
        "description": "Bounds of the wire.",
        "additionalProperties": false,
        "required": [
          "body_bytes",
          "header_bytes",
          "header_count",
          "json_depth",
          "json_keys",
          "batch_calls",
          "auth_failures_per_minute",
          "sockets_per_user",
          "sockets_unauthenticated",
          "panel_streams_per_address",
          "socket_auth_ms",
          "subscriptions_per_socket",
          "calls_per_socket",
          "messages_per_second",
          "ping_ms",
          "dead_ms",
          "slow_events",
          "slow_bytes",
          "answer_bytes",
          "stall_ms",
          "sweep_ms"
        ],
        "properties": {
          "body_bytes": {
            "type": "integer",
            "default": 1048576,
            "description": "Largest body of an action or a socket message.",
            "minimum": 1
          },
          "header_bytes": {
            "type": "integer",
            "default": 16384,
            "description": "Largest head of a request, all headers together.",
            "minimum": 1
          },
          "header_count": {
            "type": "integer",
            "default": 100,
            "description": "Most headers of a request.",
            "minimum": 1
          },
          "json_depth": {
            "type": "integer",
            "default": 32,
            "description": "Deepest nesting of a body.",
            "minimum": 1
          },
          "json_keys": {
            "type": "integer",
            "default": 1000,
            "description": "Most keys of a body.",
            "minimum": 1
          },
          "batch_calls": {
            "type": "integer",
            "default": 100,
            "description": "Most calls of one JSON-RPC batch.",
            "minimum": 1
          },
          "auth_failures_per_minute": {
            "type": "integer",
            "default": 120,
            "description": "Failed authentications of one address before it is told to wait.",
            "minimum": 1
          },
          "sockets_per_user": {
            "type": "integer",
            "default": 64,
            "description": "Open sockets of one user.",
            "minimum": 1
          },
          "sockets_unauthenticated": {
            "type": "integer",
            "default": 16,
            "description": "Open sockets of one address that have not shown a token.",
            "minimum": 1
          },
          "panel_streams_per_address": {
            "type": "integer",
            "default": 256,
            "description": "Event streams of one address that carry no token.",
            "minimum": 1
          },
          "socket_auth_ms": {
            "type": "integer",
            "default": 5000,
            "description": "Time a new socket has to show its token.",
            "minimum": 1
          },
          "subscriptions_per_socket": {
            "type": "integer",
            "default": 100,
            "description": "Subscriptions of one socket.",
            "minimum": 1
          },
          "calls_per_socket": {
            "type": "integer",
            "default": 256,
            "description": "Calls of one socket that are not answered yet.",
            "minimum": 1
          },
          "messages_per_second": {
            "type": "integer",
            "default": 100,
            "description": "Messages one socket may send per second.",
            "minimum": 1
          },
          "ping_ms": {
            "type": "integer",
            "default": 25000,
            "description": "Time between pings of a socket.",
            "minimum": 1
          },
          "dead_ms": {
            "type": "integer",
            "default": 60000,
            "description": "Silence after which a socket counts as dead.",
            "minimum": 1
          },
          "slow_events": {
            "type": "integer",
            "default": 1000,
            "description": "Events held back for a slow reader before it is closed.",
            "minimum": 1
          },
          "slow_bytes": {
            "type": "integer",
            "default": 1048576,
            "description": "Bytes held back for a slow reader before it is closed.",
            "minimum": 1
          },
          "answer_bytes": {
            "type": "integer",
            "default": 8388608,
            "description": "Bytes of answers a socket may leave unread before it is closed.",
            "minimum": 1
          },
          "stall_ms": {
            "type": "integer",
            "default": 60000,
            "description": "Time a reader may take nothing at all before it is closed.",
            "minimum": 1
          },
          "sweep_ms": {
            "type": "integer",
            "default": 1000,
            "description": "Time between two looks at timers.",
            "minimum": 1
          }
        }
      },
      "quotas": {
        "type": "object",
        "description": "What a project may use where nothing else is set; null: no bound.",
        "additionalProperties": false,
        "required": [
          "instances",
          "vcpus",
          "memory_mb",
          "disk_mb",
          "volumes",
          "addresses",
          "image_mb"
        ],
        "properties": {
          "instances": {
            "type": [
              "integer",
              "null"
            ],
            "minimum": 0,
            "default": null,
            "description": "Instances."
          },
          "vcpus": {
            "type": [
              "integer",
              "null"
            ],
            "minimum": 0,
            "default": null,
            "description": "Virtual processors."
          },
          "memory_mb": {
            "type": [
              "integer",
              "null"
            ],
            "minimum": 0,
            "default": null,
            "description": "Memory, MiB."
          },
          "disk_mb": {
            "type": [
              "integer",
              "null"
            ],
            "minimum": 0,
            "default": null,
            "description": "Disk, MiB."
          },
          "volumes": {
            "type": [
              "integer",
              "null"
            ],
            "minimum": 0,
            "default": null,
            "description": "Volumes."
          },
          "addresses": {
            "type": [
              "integer",
              "null"
            ],
            "minimum": 0,
            "default": null,
            "description": "Addresses."
          },
          "image_mb": {
            "type": [
              "integer",
              "null"
            ],
            "minimum": 0,
            "default": null,
            "description": "Uploaded images, MiB."
          }
        }
      },
      "smtp": {
        "type": "object",
        "description": "Mail; without a host, mails become files in `data/outbox`.",
        "additionalProperties": false,
        "required": [
          "host",
          "port",
          "security",
          "user",
          "password",
          "from"
        ],
        "properties": {
          "host": {
            "type": [
              "string",
              "null"
            ],
            "default": null,
            "description": "Mail server."
          },
          "port": {
            "type": "integer",
            "default": 587,
            "description": "Its port.",
            "minimum": 1,
            "maximum": 65535
          },
          "security": {
            "enum": [
              "starttls",
              "tls",
              "none"
            ],
            "default": "starttls",
            "description": "How the connection is encrypted; none is for a relay on this machine."
          },
          "user": {
            "type": [
              "string",
              "null"
            ],
            "default": null,
            "description": "User there."
          },
          "password": {
            "type": [
              "string",
              "null"
            ],
            "default": null,
            "description": "That user's password."
          },
          "from": {
            "type": "string",
            "default": "Gantry <gantry@localhost>",
            "description": "Sender of our mails.",
            "minLength": 3
          }
        }
      },
      "image_servers": {
        "type": "array",
        "items": {
          "type": "string",
          "pattern": "^https://"
        },
        "default": [],
        "description": "Simplestreams servers that are offered as sources of images."
      },
      "phonehome": {
        "type": "object",
        "description": "Calls of new instances.",
        "additionalProperties": false,
        "required": [
          "url"
        ],
        "properties": {
          "url": {
            "type": [
              "string",
              "null"
            ],
            "default": null,
            "description": "Where they call; null: public_url."
          }
        }
      },
      "dialects": {
        "type": "object",
        "description": "The other APIs over the same core.",
        "additionalProperties": false,
        "required": [
          "aarch64",
          "panel",
          "cvm",
          "packet",
          "streams"
        ],
        "properties": {
          "aarch64": {
            "type": "object",
            "description": "One dialect.",
            "additionalProperties": false,
            "required": [
              "enabled",
              "mount",
              "host"
            ],
            "properties": {
              "enabled": {
                "type": "boolean",
                "default": true,
                "description": "Whether it is served."
              },
              "mount": {
                "type": "string",
                "default": "/api",
                "description": "Path it is served under."
              },
              "host": {
                "type": [
                  "string",
                  "null"
                ],
                "default": null,
                "description": "Host name it has to itself; null: only the path."
              }
            }
          },
          "panel": {
            "type": "object",
            "description": "One dialect.",
            "additionalProperties": false,
            "required": [
              "enabled",
              "mount",
              "host"
            ],
            "properties": {
              "enabled": {
                "type": "boolean",
                "default": true,
                "description": "Whether it is served."
              },
              "mount": {
                "type": "string",
                "default": "/api",
                "description": "Path it is served under."
              },
              "host": {
                "type": [
                  "string",
                  "null"
                ],
                "default": null,
                "description": "Host name it has to itself; null: only the path."
              }
            }
          },
          "cvm": {
            "type": "object",
            "description": "One dialect.",
            "additionalProperties": false,
            "required": [
              "enabled",
              "mount",
              "host"
            ],
            "properties": {
              "enabled": {
                "type": "boolean",
                "default": true,
                "description": "Whether it is served."
              },
              "mount": {
                "type": "string",
                "default": "/api/client",
                "description": "Path it is served under."
              },
              "host": {
                "type": [
                  "string",
                  "null"
                ],
                "default": null,
                "description": "Host name it has to itself; null: only the path."
              }
            }
          },
          "packet": {
            "type": "object",
            "description": "One dialect.",
            "additionalProperties": false,
            "required": [
              "enabled",
              "mount",
              "host"
            ],
            "properties": {
              "enabled": {
                "type": "boolean",
                "default": true,
                "description": "Whether it is served."
              },
              "mount": {
                "type": "string",
                "default": "/packet",
                "description": "Path it is served under."
              },
              "host": {
                "type": [
                  "string",
                  "null"
                ],
                "default": null,
                "description": "Host name it has to itself; null: only the path."
              }
            }
          },
          "streams": {
            "type": "object",
            "description": "One dialect.",
            "additionalProperties": false,
            "required": [
              "enabled",
              "mount",
              "host"
            ],
            "properties": {
              "enabled": {
                "type": "boolean",
                "default": true,
                "description": "Whether it is served."
              },
              "mount": {
                "type": "string",
                "default": "/streams",
                "description": "Path it is served under."
              },
              "host": {
                "type": [
                  "string",
                  "null"
                ],
                "default": null,
                "description": "Host name it has to itself; null: only the path."
              }
            }
          }
        }
      },
      "disable_user_registration": {
        "type": "boolean",
        "default": false,
        "description": "Nobody may register."
      },
      "disable_user_recovery": {
        "type": "boolean",
        "default": false,
        "description": "Nobody may recover a password by mail."
      },
      "disable_user_password_change": {
        "type": "boolean",
        "default": false,
        "description": "Nobody may change a password."
      },
      "disable_server_add": {
        "type": "boolean",
        "default": false,
        "description": "Nobody may add or change servers."
      },
      "disable_ssh_key_add": {
        "type": "boolean",
        "default": false,
        "description": "Nobody may enter or remove SSH keys."
      },
      "eventstream": {
        "type": "object",
        "description": "The panel's event stream.",
        "additionalProperties": false,
        "required": [
          "auth_timeout",
          "ping_interval"
        ],
        "properties": {
          "auth_timeout": {
            "type": "integer",
            "default": 10,
            "description": "Seconds a stream may stay unclaimed.",
            "minimum": 1
          },
          "ping_interval": {
            "type": "integer",
            "default": 1,
            "description": "Seconds between keep-alive comments.",
            "minimum": 1
          }
        }
      },
      "simplestream": {
        "type": "object",
        "description": "Our own image server.",
        "additionalProperties": false,
        "required": [
          "enabled",
          "images_lifetime",
          "deletion_interval",
          "grace_hours"
        ],
        "properties": {
          "enabled": {
            "type": "boolean",
            "default": false,
            "description": "Whether images are served and offered."
          },
          "images_lifetime": {
            "type": "integer",
            "default": 7,
            "description": "Days a version is kept after a newer one came.",
            "minimum": 1
          },
          "deletion_interval": {
            "type": "integer",
            "default": 6,
            "description": "Hours between two clean-ups.",
            "minimum": 1
          },
          "grace_hours": {
            "type": "integer",
            "default": 24,
            "description": "Hours a file stays after nothing names it.",
            "minimum": 1
          }
        }
      },
      "log": {
        "type": "object",
        "description": "The log.",
        "additionalProperties": false,
        "required": [
          "level",
          "file"
        ],
        "properties": {
          "level": {
            "enum": [
              "fatal",
              "error",
              "warn",
              "info",
              "debug",
              "trace",
              "silent"
            ],
            "default": "info",
            "description": "What is written."
          },
          "file": {
            "type": [
              "string",
              "null"
            ],
            "default": null,
            "description": "File it goes to; null: standard error."
          }
        }
      }
    }
  },
  "ConfigGetParams": {
    "type": "object",
    "properties": {
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "ConfigGetResult": {
    "type": "object",
    "required": [
      "data"
    ],
    "additionalProperties": false,
    "properties": {
      "data": {
        "type": "object",
        "required": [
          "id",
          "type",
          "attributes"
        ],
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "integer"
          },
          "type": {
            "const": "config"
          },
          "attributes": {
            "type": "object",
            "required": [
              "disable_user_recovery",
              "disable_user_registration",
              "disable_server_add",
              "disable_ssh_key_add",
              "stream",
              "webauth_enabled",
              "simplestream_enabled",
              "webauth_attestation_type"
            ],
            "additionalProperties": false,
            "properties": {
              "disable_user_recovery": {
                "type": "boolean"
              },
              "disable_user_registration": {
                "type": "boolean"
              },
              "disable_server_add": {
                "type": "boolean"
              },
              "disable_ssh_key_add": {
                "type": "boolean"
              },
              "stream": {
                "type": "string",
                "description": "Fresh id for `event.subscribe`."
              },
              "webauth_enabled": {
                "type": "boolean",
                "description": "Passkeys can be used here."
              },
              "simplestream_enabled": {
                "type": "boolean",
                "description": "This is an image server too."
              },
              "webauth_attestation_type": {
                "enum": [
                  "none",
                  "indirect",
                  "direct",
                  "enterprise"
                ]
              }
            }
          }
        }
      },
      "meta": {
        "type": "object",
        "required": [
          "extensions",
          "version"
        ],
        "additionalProperties": false,
        "description": "Only for callers with a token.",
        "properties": {
          "extensions": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "What was added since the first release; never shortened."
          },
          "version": {
            "type": "string"
          }
        }
      }
    }
  },
  "Error": {
    "description": "A refused call: one entry per fault.",
    "type": "object",
    "required": [
      "errors",
      "meta"
    ],
    "properties": {
      "errors": {
        "type": "array",
        "minItems": 1,
        "items": {
          "type": "object",
          "required": [
            "status",
            "code",
            "detail"
          ],
          "properties": {
            "status": {
              "type": "string",
              "description": "HTTP status as text."
            },
            "code": {
              "type": "string",
              "description": "Name of the error, from a closed list."
            },
            "detail": {
              "type": "string",
              "description": "What is wrong and how to put it right."
            },
            "source": {
              "type": "object",
              "required": [
                "pointer"
              ],
              "properties": {
                "pointer": {
                  "type": "string",
                  "description": "JSON pointer into the params."
                }
              }
            }
          }
        }
      },
      "meta": {
        "type": "object",
        "required": [
          "request_id"
        ],
        "properties": {
          "request_id": {
            "type": "string"
          }
        }
      }
    }
  },
  "Event": {
    "type": "object",
    "required": [
      "id",
      "type",
      "at",
      "via",
      "data"
    ],
    "properties": {
      "id": {
        "type": "integer",
        "description": "Number in the log: the cursor."
      },
      "type": {
        "type": "string"
      },
      "at": {
        "type": "integer",
        "description": "ms"
      },
      "via": {
        "type": "string"
      },
      "request_id": {
        "type": "string"
      },
      "user_id": {
        "type": "integer"
      },
      "server_id": {
        "type": "integer"
      },
      "project_id": {
        "type": "integer"
      },
      "instance_id": {
        "type": "integer"
      },
      "operation_id": {
        "type": "integer"
      },
      "data": {
        "type": "object",
        "additionalProperties": true
      }
    },
    "additionalProperties": false
  },
  "EventAuthParams": {
    "type": "object",
    "required": [
      "stream"
    ],
    "properties": {
      "stream": {
        "type": "string",
        "description": "Id of an open stream.",
        "minLength": 1,
        "maxLength": 128
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "EventFilter": {
    "type": "object",
    "additionalProperties": false,
    "description": "What to show: numbers or lists of them; types may end in `*`.",
    "properties": {
      "server_id": {
        "anyOf": [
          {
            "type": "integer"
          },
          {
            "type": "array",
            "items": {
              "type": "integer"
            },
            "minItems": 1,
            "maxItems": 100
          }
        ]
      },
      "project_id": {
        "anyOf": [
          {
            "type": "integer"
          },
          {
            "type": "array",
            "items": {
              "type": "integer"
            },
            "minItems": 1,
            "maxItems": 100
          }
        ]
      },
      "instance_id": {
        "anyOf": [
          {
            "type": "integer"
          },
          {
            "type": "array",
            "items": {
              "type": "integer"
            },
            "minItems": 1,
            "maxItems": 100
          }
        ]
      },
      "type": {
        "anyOf": [
          {
            "type": "string"
          },
          {
            "type": "array",
            "items": {
              "type": "string"
            },
            "minItems": 1,
            "maxItems": 100
          }
        ]
      }
    }
  },
  "EventListParams": {
    "type": "object",
    "properties": {
      "cursor": {
        "description": "`<epoch>.<number>` as an event gave it, or a number.",
        "anyOf": [
          {
            "type": "string",
            "maxLength": 100
          },
          {
            "type": "integer",
            "minimum": 0
          }
        ]
      },
      "until": {
        "description": "`<epoch>.<number>` as an event gave it, or a number.",
        "anyOf": [
          {
            "type": "string",
            "maxLength": 100
          },
          {
            "type": "integer",
            "minimum": 0
          }
        ]
      },
      "filter": {
        "$ref": "#/$defs/EventFilter"
      },
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 100
      },
      "sort": {
        "type": "string",
        "enum": [
          "id",
          "-id"
        ],
        "default": "id"
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "EventListResult": {
    "type": "object",
    "required": [
      "data",
      "meta"
    ],
    "properties": {
      "data": {
        "type": "array",
        "items": {
          "$ref": "#/$defs/EventResource"
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    },
    "additionalProperties": false
  },
  "EventResource": {
    "type": "object",
    "required": [
      "id",
      "type",
      "attributes"
    ],
    "properties": {
      "id": {
        "type": "integer"
      },
      "type": {
        "const": "event"
      },
      "attributes": {
        "$ref": "#/$defs/Event"
      }
    },
    "additionalProperties": false
  },
  "EventSubscribeParams": {
    "type": "object",
    "properties": {
      "stream": {
        "type": "string",
        "description": "Id from `config.get`.",
        "maxLength": 128
      },
      "cursor": {
        "description": "`<epoch>.<number>` as an event gave it, or a number.",
        "anyOf": [
          {
            "type": "string",
            "maxLength": 100
          },
          {
            "type": "integer",
            "minimum": 0
          }
        ]
      },
      "filter": {
        "$ref": "#/$defs/EventFilter"
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "EventSubscribeResult": {
    "type": "object",
    "required": [
      "data"
    ],
    "properties": {
      "data": {
        "type": "object",
        "required": [
          "id",
          "type",
          "attributes"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "type": {
            "const": "subscription"
          },
          "attributes": {
            "type": "object",
            "required": [
              "subscription",
              "epoch",
              "from",
              "head"
            ],
            "properties": {
              "subscription": {
                "type": "integer"
              },
              "epoch": {
                "type": "string"
              },
              "from": {
                "type": "string"
              },
              "head": {
                "type": "string"
              }
            },
            "additionalProperties": false
          }
        },
        "additionalProperties": false
      }
    },
    "additionalProperties": false
  },
  "HealthAliveParams": {
    "type": "object",
    "properties": {
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "HealthReadyParams": {
    "type": "object",
    "properties": {
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "Instance": {
    "type": "object",
    "required": [
      "instance_id",
      "server_id",
      "project_id",
      "instance_name",
      "instance_type",
      "instance_arch",
      "instance_status",
      "instance_power",
      "instance_stale",
      "instance_image_os",
      "instance_image_version",
      "instance_description",
      "instance_location",
      "created_at",
      "updated_at",
      "provider"
    ],
    "properties": {
      "instance_id": {
        "type": "integer"
      },
      "server_id": {
        "type": "integer"
      },
      "project_id": {
        "type": "integer"
      },
      "instance_name": {
        "type": "string"
      },
      "instance_type": {
        "type": "string",
        "enum": [
          "container",
          "virtual-machine"
        ]
      },
      "instance_arch": {
        "type": "string",
        "description": "Architecture, such as x86_64."
      },
      "instance_status": {
        "type": "string",
        "description": "The word of the operation under way, else the power state."
      },
      "instance_power": {
        "type": "string",
        "description": "Power state as the host last said.",
        "enum": [
          "running",
          "stopped",
          "frozen",
          "error",
          "unknown"
        ]
      },
      "instance_stale": {
        "type": "boolean",
        "description": "The server is away: this is what it said last."
      },
      "instance_image_os": {
        "type": "string"
      },
      "instance_image_version": {
        "type": "string"
      },
      "instance_description": {
        "type": "string"
      },
      "instance_location": {
        "type": "string",
        "description": "Cluster member, empty outside a cluster."
      },
      "created_at": {
        "type": "integer",
        "description": "ms"
      },
      "updated_at": {
        "type": "integer",
        "description": "ms"
      },
      "provider": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "InstanceActionParams": {
    "type": "object",
    "properties": {
      "instance_id": {
        "type": "integer",
        "description": "Number of the instance; or give `server_id` and `instance_name`.",
        "minimum": 1
      },
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "instance_name": {
        "type": "string",
        "description": "Name on its host.",
        "minLength": 1,
        "maxLength": 63
      },
      "instance_status": {
        "type": "string",
        "description": "start, stop, stop-force, restart, restart-force, freeze or unfreeze.",
        "maxLength": 32
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      "wait": {
        "type": "number",
        "minimum": 0,
        "maximum": 60,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      "deadline": {
        "type": "number",
        "exclusiveMinimum": 0,
        "maximum": 604800,
        "description": "Seconds; work that has not begun by then fails."
      },
      "on_unreachable": {
        "enum": [
          "fail",
          "queue"
        ],
        "default": "fail",
        "description": "When the host does not answer: fail at once, or queue until it does."
      }
    },
    "additionalProperties": false
  },
  "InstanceAddParams": {
    "type": "object",
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "instance_name": {
        "type": "string",
        "description": "1 to 63 letters, digits and hyphens, beginning with a letter.",
        "maxLength": 63
      },
      "instance_image": {
        "type": "string",
        "description": "Fingerprint or alias.",
        "minLength": 1,
        "maxLength": 256
      },
      "image_server_host": {
        "type": "string",
        "description": "https URL of a simplestreams server; empty: the images of the host.",
        "default": "",
        "maxLength": 512
      },
      "instance_type": {
        "type": "string",
        "enum": [
          "container",
          "virtual-machine"
        ],
        "default": "container"
      },
      "instance_profiles": {
        "description": "Names, as a list or separated by commas.",
        "anyOf": [
          {
            "type": "string",
            "maxLength": 2000
          },
          {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 64
            },
            "maxItems": 50
          }
        ],
        "default": "default"
      },
      "instance_memory": {
        "description": "Limit: MiB, or a size such as 512MiB.",
        "anyOf": [
          {
            "type": "string",
            "maxLength": 64
          },
          {
            "type": "number",
            "minimum": 0
          }
        ],
        "default": ""
      },
      "instance_cpu": {
        "description": "Limit: number of CPUs or a set such as 0-3.",
        "anyOf": [
          {
            "type": "string",
            "maxLength": 64
          },
          {
            "type": "number",
            "minimum": 0
          }
        ],
        "default": ""
      },
      "instance_interface": {
        "type": "string",
        "description": "NIC of the profiles that gets the address.",
        "default": "",
        "maxLength": 64
      },
      "instance_network": {
        "type": "string",
        "description": "Fixed address as `ip/prefix`, with `instance_dhcp` false.",
        "default": "",
        "maxLength": 64
      },
      "instance_nameserver": {
        "type": "string",
        "description": "Name servers for a fixed address, separated by commas.",
        "default": "",
        "maxLength": 256
      },
      "instance_dhcp": {
        "type": "boolean",
        "description": "The address comes by DHCP.",
        "default": true
      },
      "instance_command": {
        "type": "string",
        "description": "Run once with /bin/sh -c when it has started; exit code and output stand in the operation's result.",
        "default": "",
        "maxLength": 16384
      },
      "instance_start": {
        "type": "boolean",
        "description": "Start it once it is made.",
        "default": true
      },
      "instance_config": {
        "type": "object",
        "description": "Configuration keys of the host.",
        "additionalProperties": {
          "type": "string"
        },
        "default": {}
      },
      "instance_devices": {
        "type": "object",
        "description": "Devices by name, each an object of texts.",
        "additionalProperties": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          }
        },
        "default": {}
      },
      "instance_description": {
        "type": "string",
        "default": "",
        "maxLength": 1000
      },
      "project_id": {
        "type": "integer",
        "description": "Project it belongs to; the caller's own unless given.",
        "minimum": 1
      },
      "instance_id": {
        "type": "integer",
        "description": "With `instance_status`: the instance to act on.",
        "minimum": 1
      },
      "instance_status": {
        "type": "string",
        "description": "With `instance_id`: the action.",
        "maxLength": 32
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      "wait": {
        "type": "number",
        "minimum": 0,
        "maximum": 60,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      "deadline": {
        "type": "number",
        "exclusiveMinimum": 0,
        "maximum": 604800,
        "description": "Seconds; work that has not begun by then fails."
      },
      "on_unreachable": {
        "enum": [
          "fail",
          "queue"
        ],
        "default": "fail",
        "description": "When the host does not answer: fail at once, or queue until it does."
      }
    },
    "additionalProperties": false
  },
  "InstanceAddResult": {
    "anyOf": [
      {
        "$ref": "#/$defs/InstanceAdded"
      },
      {
        "$ref": "#/$defs/OperationAck"
      }
    ]
  },
  "InstanceAdded": {
    "type": "object",
    "required": [
      "data"
    ],
    "properties": {
      "data": {
        "type": "object",
        "required": [
          "id",
          "type",
          "attributes"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "type": {
            "const": "instance"
          },
          "attributes": {
            "type": "object",
            "required": [
              "response",
              "operation_id",
              "operation_status",
              "operation_position",
              "instance_id"
            ],
            "properties": {
              "response": {
                "const": true
              },
              "operation_id": {
                "type": "integer"
              },
              "operation_status": {
                "type": "string"
              },
              "operation_position": {
                "type": "integer"
              },
              "instance_id": {
                "type": "integer"
              }
            },
            "additionalProperties": false
          }
        },
        "additionalProperties": false
      }
    },
    "additionalProperties": false
  },
  "InstanceAdoptedEvent": {
    "type": "object",
    "required": [
      "instance_name",
      "instance_type"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      },
      "instance_type": {
        "type": "string",
        "enum": [
          "container",
          "virtual-machine"
        ]
      }
    },
    "additionalProperties": false
  },
  "InstanceCreatedEvent": {
    "type": "object",
    "required": [
      "instance_name",
      "instance_type"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      },
      "instance_type": {
        "type": "string",
        "enum": [
          "container",
          "virtual-machine"
        ]
      }
    },
    "additionalProperties": false
  },
  "InstanceDeleteParams": {
    "type": "object",
    "properties": {
      "instance_id": {
        "type": "integer",
        "description": "Number of the instance; or give `server_id` and `instance_name`.",
        "minimum": 1
      },
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "instance_name": {
        "type": "string",
        "description": "Name on its host.",
        "minLength": 1,
        "maxLength": 63
      },
      "force": {
        "type": "boolean",
        "description": "Stop it by force first.",
        "default": false
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      "wait": {
        "type": "number",
        "minimum": 0,
        "maximum": 60,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      "deadline": {
        "type": "number",
        "exclusiveMinimum": 0,
        "maximum": 604800,
        "description": "Seconds; work that has not begun by then fails."
      },
      "on_unreachable": {
        "enum": [
          "fail",
          "queue"
        ],
        "default": "fail",
        "description": "When the host does not answer: fail at once, or queue until it does."
      }
    },
    "additionalProperties": false
  },
  "InstanceDeletedEvent": {
    "type": "object",
    "required": [
      "instance_name"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "InstanceDetail": {
    "type": "object",
    "required": [
      "instance_id",
      "server_id",
      "project_id",
      "instance_name",
      "instance_type",
      "instance_arch",
      "instance_status",
      "instance_power",
      "instance_stale",
      "instance_image_os",
      "instance_image_version",
      "instance_description",
      "instance_location",
      "created_at",
      "updated_at",
      "provider",
      "instance_profiles",
      "instance_devices",
      "instance_config",
      "instance_memory",
      "instance_cpu"
    ],
    "properties": {
      "instance_id": {
        "type": "integer"
      },
      "server_id": {
        "type": "integer"
      },
      "project_id": {
        "type": "integer"
      },
      "instance_name": {
        "type": "string"
      },
      "instance_type": {
        "type": "string",
        "enum": [
          "container",
          "virtual-machine"
        ]
      },
      "instance_arch": {
        "type": "string"
      },
      "instance_status": {
        "type": "string"
      },
      "instance_power": {
        "type": "string",
        "enum": [
          "running",
          "stopped",
          "frozen",
          "error",
          "unknown"
        ]
      },
      "instance_stale": {
        "type": "boolean"
      },
      "instance_image_os": {
        "type": "string"
      },
      "instance_image_version": {
        "type": "string"
      },
      "instance_description": {
        "type": "string"
      },
      "instance_location": {
        "type": "string"
      },
      "created_at": {
        "type": "integer",
        "description": "ms"
      },
      "updated_at": {
        "type": "integer",
        "description": "ms"
      },
      "provider": {
        "type": "string"
      },
      "instance_profiles": {
        "type": "string",
        "description": "Names, separated by commas."
      },
      "instance_devices": {
        "type": "object",
        "description": "Devices by name, each an object of texts.",
        "additionalProperties": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          }
        }
      },
      "instance_config": {
        "type": "object",
        "description": "Own configuration, without the host's volatile keys.",
        "additionalProperties": {
          "type": "string"
        }
      },
      "instance_memory": {
        "type": "string",
        "description": "Limit as the host has it, empty without one."
      },
      "instance_cpu": {
        "type": "string",
        "description": "Limit as the host has it, empty without one."
      }
    },
    "additionalProperties": false
  },
  "InstanceErrorEvent": {
    "type": "object",
    "required": [
      "instance_name"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "InstanceFailedEvent": {
    "type": "object",
    "required": [
      "instance_name"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "InstanceFrozenEvent": {
    "type": "object",
    "required": [
      "instance_name"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "InstanceGetParams": {
    "type": "object",
    "properties": {
      "instance_id": {
        "type": "integer",
        "description": "Number of the instance; or give `server_id` and `instance_name`.",
        "minimum": 1
      },
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "instance_name": {
        "type": "string",
        "description": "Name on its host.",
        "minLength": 1,
        "maxLength": 63
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "InstanceGetResult": {
    "type": "object",
    "required": [
      "data",
      "meta"
    ],
    "properties": {
      "data": {
        "type": "object",
        "required": [
          "id",
          "type",
          "attributes"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "type": {
            "const": "instance"
          },
          "attributes": {
            "$ref": "#/$defs/InstanceDetail"
          }
        },
        "additionalProperties": false
      },
      "meta": {
        "type": "object",
        "required": [
          "etag"
        ],
        "properties": {
          "etag": {
            "type": "string"
          }
        },
        "additionalProperties": false
      }
    },
    "additionalProperties": false
  },
  "InstanceListParams": {
    "type": "object",
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "instance_id": {
        "type": "integer",
        "description": "Only this one.",
        "minimum": 1
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 1000,
        "description": "Rows in the answer."
      },
      "after": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1024,
        "description": "The `meta.next` of the page before."
      },
      "sort": {
        "type": "string",
        "maxLength": 65,
        "pattern": "^-?[a-z][a-z0-9_]*$",
        "description": "Name of an attribute, with `-` in front for descending."
      },
      "filter": {
        "type": "object",
        "maxProperties": 16,
        "propertyNames": {
          "pattern": "^[a-z][a-z0-9_]*$"
        },
        "additionalProperties": {
          "anyOf": [
            {
              "type": [
                "string",
                "number",
                "boolean",
                "null"
              ]
            },
            {
              "type": "array",
              "maxItems": 100,
              "items": {
                "type": [
                  "string",
                  "number",
                  "boolean",
                  "null"
                ]
              }
            }
          ]
        },
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    },
    "additionalProperties": false
  },
  "InstanceListResult": {
    "type": "object",
    "required": [
      "data",
      "meta"
    ],
    "properties": {
      "data": {
        "type": "array",
        "items": {
          "$ref": "#/$defs/InstanceResource"
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    },
    "additionalProperties": false
  },
  "InstanceRenamedEvent": {
    "type": "object",
    "required": [
      "instance_name",
      "instance_old_name"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      },
      "instance_old_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "InstanceResource": {
    "type": "object",
    "required": [
      "id",
      "type",
      "attributes"
    ],
    "properties": {
      "id": {
        "type": "integer"
      },
      "type": {
        "const": "instance"
      },
      "attributes": {
        "$ref": "#/$defs/Instance"
      }
    },
    "additionalProperties": false
  },
  "InstanceRestartedEvent": {
    "type": "object",
    "required": [
      "instance_name"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "InstanceStartedEvent": {
    "type": "object",
    "required": [
      "instance_name"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "InstanceStoppedEvent": {
    "type": "object",
    "required": [
      "instance_name"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "InstanceUnfrozenEvent": {
    "type": "object",
    "required": [
      "instance_name"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "InstanceUpdateParams": {
    "type": "object",
    "properties": {
      "instance_id": {
        "type": "integer",
        "description": "Number of the instance; or give `server_id` and `instance_name`.",
        "minimum": 1
      },
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "instance_name": {
        "type": "string",
        "description": "Name on its host.",
        "minLength": 1,
        "maxLength": 63
      },
      "instance_memory": {
        "description": "Limit: MiB, a size, or empty for none.",
        "anyOf": [
          {
            "type": "string",
            "maxLength": 64
          },
          {
            "type": "number",
            "minimum": 0
          }
        ]
      },
      "instance_cpu": {
        "description": "Limit: CPUs, a set, or empty for none.",
        "anyOf": [
          {
            "type": "string",
            "maxLength": 64
          },
          {
            "type": "number",
            "minimum": 0
          }
        ]
      },
      "instance_profiles": {
        "description": "Names, as a list or separated by commas.",
        "anyOf": [
          {
            "type": "string",
            "maxLength": 2000
          },
          {
            "type": "array",
            "items": {
              "type": "string",
              "maxLength": 64
            },
            "maxItems": 50
          }
        ]
      },
      "instance_config": {
        "type": "object",
        "description": "Keys to set; null removes one.",
        "additionalProperties": {
          "type": [
            "string",
            "null"
          ]
        }
      },
      "instance_devices": {
        "type": "object",
        "description": "Devices to set; null removes one.",
        "additionalProperties": {
          "anyOf": [
            {
              "type": "null"
            },
            {
              "type": "object",
              "additionalProperties": {
                "type": "string"
              }
            }
          ]
        }
      },
      "instance_description": {
        "type": "string",
        "maxLength": 1000
      },
      "etag": {
        "type": "string",
        "description": "`meta.etag` of the get before.",
        "maxLength": 64
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      "wait": {
        "type": "number",
        "minimum": 0,
        "maximum": 60,
        "description": "Seconds to wait for the end of the work; a failure is then the answer."
      },
      "deadline": {
        "type": "number",
        "exclusiveMinimum": 0,
        "maximum": 604800,
        "description": "Seconds; work that has not begun by then fails."
      },
      "on_unreachable": {
        "enum": [
          "fail",
          "queue"
        ],
        "default": "fail",
        "description": "When the host does not answer: fail at once, or queue until it does."
      }
    },
    "additionalProperties": false
  },
  "InstanceUpdatedEvent": {
    "type": "object",
    "required": [
      "instance_name"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "MetaNext": {
    "description": "Where a list goes on.",
    "type": "object",
    "required": [
      "next"
    ],
    "properties": {
      "next": {
        "type": [
          "string",
          "null"
        ],
        "description": "The `after` of the following page, null at the end."
      }
    }
  },
  "Operation": {
    "type": "object",
    "required": [
      "operation_id",
      "operation_kind",
      "operation_status",
      "operation_position",
      "operation_progress",
      "operation_step",
      "operation_inferred",
      "operation_error",
      "operation_error_code",
      "operation_result",
      "operation_cancel_requested",
      "server_id",
      "instance_id",
      "user_id",
      "request_id",
      "created_at",
      "updated_at",
      "finished_at"
    ],
    "properties": {
      "operation_id": {
        "type": "integer"
      },
      "operation_kind": {
        "type": "string"
      },
      "operation_status": {
        "type": "string",
        "enum": [
          "pending",
          "running",
          "success",
          "failure",
          "cancelled"
        ]
      },
      "operation_position": {
        "type": "integer",
        "description": "0 runs or has ended, 1 is next in its queue."
      },
      "operation_progress": {
        "type": "integer",
        "description": "Percent."
      },
      "operation_step": {
        "type": "string"
      },
      "operation_inferred": {
        "type": "boolean",
        "description": "The outcome was read from the instance, because the host had forgotten its answer."
      },
      "operation_error": {
        "type": "string"
      },
      "operation_error_code": {
        "type": "string"
      },
      "operation_result": {
        "type": [
          "object",
          "null"
        ],
        "additionalProperties": true
      },
      "operation_cancel_requested": {
        "type": "boolean"
      },
      "server_id": {
        "type": [
          "integer",
          "null"
        ]
      },
      "instance_id": {
        "type": [
          "integer",
          "null"
        ]
      },
      "user_id": {
        "type": [
          "integer",
          "null"
        ]
      },
      "request_id": {
        "type": "string"
      },
      "created_at": {
        "type": "integer",
        "description": "ms"
      },
      "updated_at": {
        "type": "integer",
        "description": "ms"
      },
      "finished_at": {
        "type": [
          "integer",
          "null"
        ],
        "description": "ms"
      }
    },
    "additionalProperties": false
  },
  "OperationAck": {
    "description": "Long work was accepted (or, with `wait`, has ended): the operation to follow.",
    "type": "object",
    "required": [
      "data"
    ],
    "additionalProperties": false,
    "properties": {
      "data": {
        "type": "object",
        "required": [
          "type",
          "attributes"
        ],
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "integer"
          },
          "type": {
            "type": "string"
          },
          "attributes": {
            "type": "object",
            "required": [
              "response",
              "operation_id",
              "operation_status",
              "operation_position"
            ],
            "properties": {
              "response": {
                "const": true
              },
              "operation_id": {
                "type": "integer"
              },
              "operation_status": {
                "enum": [
                  "pending",
                  "running",
                  "success",
                  "failure",
                  "cancelled"
                ]
              },
              "operation_position": {
                "type": "integer",
                "minimum": 0,
                "description": "How many operations stand before it in the queue of its instance."
              }
            }
          }
        }
      },
      "included": {
        "type": "array",
        "items": {
          "type": "object"
        }
      },
      "meta": {
        "type": "object"
      }
    }
  },
  "OperationCancelParams": {
    "type": "object",
    "required": [
      "operation_id"
    ],
    "properties": {
      "operation_id": {
        "type": "integer",
        "minimum": 1
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "OperationCancelRequestedEvent": {
    "type": "object",
    "required": [
      "kind"
    ],
    "properties": {
      "kind": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "OperationCancelResult": {
    "type": "object",
    "required": [
      "data"
    ],
    "properties": {
      "data": {
        "type": "object",
        "required": [
          "id",
          "type",
          "attributes"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "type": {
            "const": "operation"
          },
          "attributes": {
            "$ref": "#/$defs/Operation"
          }
        },
        "additionalProperties": false
      }
    },
    "additionalProperties": false
  },
  "OperationCreatedEvent": {
    "type": "object",
    "required": [
      "kind"
    ],
    "properties": {
      "kind": {
        "type": "string"
      },
      "instance_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "OperationFinishedEvent": {
    "type": "object",
    "required": [
      "kind",
      "status"
    ],
    "properties": {
      "kind": {
        "type": "string"
      },
      "status": {
        "type": "string",
        "enum": [
          "success",
          "failure",
          "cancelled"
        ]
      },
      "instance_name": {
        "type": "string"
      },
      "error_code": {
        "type": "string"
      },
      "error": {
        "type": "string"
      },
      "result": {
        "type": "object",
        "additionalProperties": true
      }
    },
    "additionalProperties": false
  },
  "OperationGetParams": {
    "type": "object",
    "required": [
      "operation_id"
    ],
    "properties": {
      "operation_id": {
        "type": "integer",
        "minimum": 1
      },
      "wait": {
        "type": "number",
        "minimum": 0,
        "maximum": 60,
        "description": "Seconds."
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "OperationGetResult": {
    "type": "object",
    "required": [
      "data"
    ],
    "properties": {
      "data": {
        "type": "object",
        "required": [
          "id",
          "type",
          "attributes"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "type": {
            "const": "operation"
          },
          "attributes": {
            "$ref": "#/$defs/Operation"
          }
        },
        "additionalProperties": false
      }
    },
    "additionalProperties": false
  },
  "OperationListParams": {
    "type": "object",
    "properties": {
      "instance_id": {
        "type": "integer",
        "minimum": 1
      },
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "operation_status": {
        "type": "string",
        "enum": [
          "pending",
          "running",
          "success",
          "failure",
          "cancelled"
        ]
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 1000,
        "description": "Rows in the answer."
      },
      "after": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1024,
        "description": "The `meta.next` of the page before."
      },
      "sort": {
        "type": "string",
        "maxLength": 65,
        "pattern": "^-?[a-z][a-z0-9_]*$",
        "description": "Name of an attribute, with `-` in front for descending."
      },
      "filter": {
        "type": "object",
        "maxProperties": 16,
        "propertyNames": {
          "pattern": "^[a-z][a-z0-9_]*$"
        },
        "additionalProperties": {
          "anyOf": [
            {
              "type": [
                "string",
                "number",
                "boolean",
                "null"
              ]
            },
            {
              "type": "array",
              "maxItems": 100,
              "items": {
                "type": [
                  "string",
                  "number",
                  "boolean",
                  "null"
                ]
              }
            }
          ]
        },
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    },
    "additionalProperties": false
  },
  "OperationListResult": {
    "type": "object",
    "required": [
      "data",
      "meta"
    ],
    "properties": {
      "data": {
        "type": "array",
        "items": {
          "$ref": "#/$defs/OperationResource"
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    },
    "additionalProperties": false
  },
  "OperationResource": {
    "type": "object",
    "required": [
      "id",
      "type",
      "attributes"
    ],
    "properties": {
      "id": {
        "type": "integer"
      },
      "type": {
        "const": "operation"
      },
      "attributes": {
        "$ref": "#/$defs/Operation"
      }
    },
    "additionalProperties": false
  },
  "Server": {
    "type": "object",
    "required": [
      "server_id",
      "user_id",
      "server_name",
      "server_host",
      "server_port",
      "server_protocol",
      "server_path",
      "server_status",
      "server_status_at",
      "provider"
    ],
    "properties": {
      "server_id": {
        "type": "integer"
      },
      "user_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Owner."
      },
      "server_name": {
        "type": "string"
      },
      "server_host": {
        "type": "string",
        "description": "Address, or the socket of a local server."
      },
      "server_port": {
        "type": "integer"
      },
      "server_protocol": {
        "type": "string"
      },
      "server_path": {
        "type": "string"
      },
      "server_status": {
        "type": "string",
        "enum": [
          "unconfigured",
          "online",
          "offline",
          "untrusted"
        ]
      },
      "server_status_at": {
        "type": [
          "integer",
          "null"
        ],
        "description": "ms since when"
      },
      "provider": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "ServerAddParams": {
    "type": "object",
    "properties": {
      "server_host": {
        "type": "string",
        "description": "Host name or address; empty for a local socket.",
        "maxLength": 253,
        "default": ""
      },
      "server_port": {
        "description": "Port, 8443 unless given; a number or its text.",
        "anyOf": [
          {
            "type": "integer",
            "minimum": 1,
            "maximum": 65535
          },
          {
            "type": "string",
            "pattern": "^[0-9]{1,5}$"
          }
        ],
        "default": 8443
      },
      "server_protocol": {
        "type": "string",
        "description": "`lxd` or `incus`.",
        "default": "lxd",
        "maxLength": 32
      },
      "server_password": {
        "type": "string",
        "description": "Trust password or join token; empty when the server trusts us already.",
        "default": "",
        "maxLength": 8192
      },
      "server_path": {
        "type": "string",
        "description": "Unix socket of a local server (it must be in the setting `servers.sockets`), or a path in front of the API.",
        "default": "",
        "maxLength": 512
      },
      "server_name": {
        "type": "string",
        "description": "What to call it; its host unless given.",
        "default": "",
        "maxLength": 100
      },
      "server_fingerprint": {
        "type": "string",
        "description": "SHA-256 of the certificate it must show, 64 hex digits.",
        "default": "",
        "maxLength": 128
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "ServerAddResult": {
    "type": "object",
    "required": [
      "data"
    ],
    "properties": {
      "data": {
        "type": "object",
        "required": [
          "id",
          "type",
          "attributes"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "type": {
            "const": "server"
          },
          "attributes": {
            "$ref": "#/$defs/Server"
          }
        },
        "additionalProperties": false
      }
    },
    "additionalProperties": false
  },
  "ServerAddedEvent": {
    "type": "object",
    "required": [
      "server_name"
    ],
    "properties": {
      "server_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "ServerDeleteParams": {
    "type": "object",
    "required": [
      "server_id"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "forget": {
        "type": "boolean",
        "description": "Leave what Gantry made there on the host.",
        "default": false
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "ServerDeletedEvent": {
    "type": "object",
    "required": [
      "server_name"
    ],
    "properties": {
      "server_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "ServerDetail": {
    "type": "object",
    "required": [
      "server_id",
      "user_id",
      "server_name",
      "server_host",
      "server_port",
      "server_protocol",
      "server_path",
      "server_status",
      "server_status_at",
      "provider",
      "server_supported_instance_types",
      "server_memory_total",
      "server_memory_used",
      "server_cpu_cores",
      "server_cpu_threads",
      "server_cpu_model",
      "server_cpu_vendor",
      "server_kernel_version",
      "server_kernel_architecture",
      "server_driver",
      "server_driver_version",
      "server_server",
      "server_server_version",
      "server_storage",
      "server_storage_version",
      "server_addresses",
      "server_certificate_fingerprint",
      "server_fingerprint",
      "server_clock_skew_ms",
      "server_latency_ms",
      "server_facts_at"
    ],
    "properties": {
      "server_id": {
        "type": "integer"
      },
      "user_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Owner."
      },
      "server_name": {
        "type": "string"
      },
      "server_host": {
        "type": "string"
      },
      "server_port": {
        "type": "integer"
      },
      "server_protocol": {
        "type": "string"
      },
      "server_path": {
        "type": "string"
      },
      "server_status": {
        "type": "string",
        "enum": [
          "unconfigured",
          "online",
          "offline",
          "untrusted"
        ]
      },
      "server_status_at": {
        "type": [
          "integer",
          "null"
        ]
      },
      "provider": {
        "type": "string"
      },
      "server_supported_instance_types": {
        "type": "string",
        "description": "Separated by commas."
      },
      "server_memory_total": {
        "type": "integer",
        "description": "MiB"
      },
      "server_memory_used": {
        "type": "integer",
        "description": "MiB"
      },
      "server_cpu_cores": {
        "type": "integer"
      },
      "server_cpu_threads": {
        "type": "integer"
      },
      "server_cpu_model": {
        "type": "string"
      },
      "server_cpu_vendor": {
        "type": "string"
      },
      "server_kernel_version": {
        "type": "string"
      },
      "server_kernel_architecture": {
        "type": "string"
      },
      "server_driver": {
        "type": "string"
      },
      "server_driver_version": {
        "type": "string"
      },
      "server_server": {
        "type": "string"
      },
      "server_server_version": {
        "type": "string"
      },
      "server_storage": {
        "type": "string"
      },
      "server_storage_version": {
        "type": "string"
      },
      "server_addresses": {
        "type": "string",
        "description": "Separated by commas."
      },
      "server_certificate_fingerprint": {
        "type": "string",
        "description": "Our own client certificate, as the server lists it."
      },
      "server_fingerprint": {
        "type": "string",
        "description": "The server's own certificate, as pinned."
      },
      "server_clock_skew_ms": {
        "type": [
          "integer",
          "null"
        ]
      },
      "server_latency_ms": {
        "type": "integer"
      },
      "server_facts_at": {
        "type": [
          "integer",
          "null"
        ],
        "description": "ms: how old all this is"
      }
    },
    "additionalProperties": false
  },
  "ServerGetParams": {
    "type": "object",
    "required": [
      "server_id"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "ServerGetResult": {
    "type": "object",
    "required": [
      "data",
      "included"
    ],
    "properties": {
      "data": {
        "type": "object",
        "required": [
          "id",
          "type",
          "attributes"
        ],
        "properties": {
          "id": {
            "type": "integer"
          },
          "type": {
            "const": "server"
          },
          "attributes": {
            "$ref": "#/$defs/ServerDetail"
          }
        },
        "additionalProperties": false
      },
      "included": {
        "type": "array",
        "items": {
          "type": "object",
          "required": [
            "id",
            "type",
            "attributes"
          ],
          "properties": {
            "id": {
              "type": "integer"
            },
            "type": {
              "type": "string",
              "enum": [
                "profile",
                "certificate",
                "pool",
                "volume",
                "instance"
              ]
            },
            "attributes": {
              "type": "object",
              "additionalProperties": true
            }
          },
          "additionalProperties": false
        }
      }
    },
    "additionalProperties": false
  },
  "ServerGrantParams": {
    "type": "object",
    "required": [
      "server_id",
      "user_id"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "user_id": {
        "type": "integer",
        "description": "Number of the user.",
        "minimum": 1
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "ServerGrantedEvent": {
    "type": "object",
    "required": [
      "user_id"
    ],
    "properties": {
      "user_id": {
        "type": "integer"
      }
    },
    "additionalProperties": false
  },
  "ServerListParams": {
    "type": "object",
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 1000,
        "description": "Rows in the answer."
      },
      "after": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1024,
        "description": "The `meta.next` of the page before."
      },
      "sort": {
        "type": "string",
        "maxLength": 65,
        "pattern": "^-?[a-z][a-z0-9_]*$",
        "description": "Name of an attribute, with `-` in front for descending."
      },
      "filter": {
        "type": "object",
        "maxProperties": 16,
        "propertyNames": {
          "pattern": "^[a-z][a-z0-9_]*$"
        },
        "additionalProperties": {
          "anyOf": [
            {
              "type": [
                "string",
                "number",
                "boolean",
                "null"
              ]
            },
            {
              "type": "array",
              "maxItems": 100,
              "items": {
                "type": [
                  "string",
                  "number",
                  "boolean",
                  "null"
                ]
              }
            }
          ]
        },
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    },
    "additionalProperties": false
  },
  "ServerListResult": {
    "type": "object",
    "required": [
      "data",
      "meta"
    ],
    "properties": {
      "data": {
        "type": "array",
        "items": {
          "$ref": "#/$defs/ServerResource"
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    },
    "additionalProperties": false
  },
  "ServerOfflineEvent": {
    "type": "object",
    "required": [
      "server_name",
      "reason"
    ],
    "properties": {
      "server_name": {
        "type": "string"
      },
      "reason": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "ServerOnlineEvent": {
    "type": "object",
    "required": [
      "server_name"
    ],
    "properties": {
      "server_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "ServerResource": {
    "type": "object",
    "required": [
      "id",
      "type",
      "attributes"
    ],
    "properties": {
      "id": {
        "type": "integer"
      },
      "type": {
        "const": "server"
      },
      "attributes": {
        "$ref": "#/$defs/Server"
      }
    },
    "additionalProperties": false
  },
  "ServerRevokeParams": {
    "type": "object",
    "required": [
      "server_id",
      "user_id"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "user_id": {
        "type": "integer",
        "description": "Number of the user.",
        "minimum": 1
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "ServerRevokedEvent": {
    "type": "object",
    "required": [
      "user_id"
    ],
    "properties": {
      "user_id": {
        "type": "integer"
      }
    },
    "additionalProperties": false
  },
  "ServerUntrustedEvent": {
    "type": "object",
    "required": [
      "server_name",
      "reason"
    ],
    "properties": {
      "server_name": {
        "type": "string"
      },
      "reason": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "ServerVerifyParams": {
    "type": "object",
    "properties": {
      "server_host": {
        "type": "string",
        "description": "Host name or address; empty for a local socket.",
        "maxLength": 253,
        "default": ""
      },
      "server_port": {
        "description": "Port, 8443 unless given; a number or its text.",
        "anyOf": [
          {
            "type": "integer",
            "minimum": 1,
            "maximum": 65535
          },
          {
            "type": "string",
            "pattern": "^[0-9]{1,5}$"
          }
        ],
        "default": 8443
      },
      "server_protocol": {
        "type": "string",
        "description": "`lxd` or `incus`.",
        "default": "lxd",
        "maxLength": 32
      },
      "server_password": {
        "type": "string",
        "description": "Trust password or join token; empty when the server trusts us already.",
        "default": "",
        "maxLength": 8192
      },
      "server_path": {
        "type": "string",
        "description": "Unix socket of a local server (it must be in the setting `servers.sockets`), or a path in front of the API.",
        "default": "",
        "maxLength": 512
      },
      "server_name": {
        "type": "string",
        "description": "What to call it; its host unless given.",
        "default": "",
        "maxLength": 100
      },
      "server_fingerprint": {
        "type": "string",
        "description": "SHA-256 of the certificate it must show, 64 hex digits.",
        "default": "",
        "maxLength": 128
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "ServerVerifyResult": {
    "type": "object",
    "required": [
      "data"
    ],
    "properties": {
      "data": {
        "type": "object",
        "required": [
          "type",
          "attributes"
        ],
        "properties": {
          "type": {
            "const": "server"
          },
          "attributes": {
            "type": "object",
            "required": [
              "response",
              "server_fingerprint",
              "server_auth",
              "server_server",
              "server_server_version",
              "server_clock_skew_ms",
              "server_latency_ms",
              "server_extensions",
              "server_known_id"
            ],
            "properties": {
              "response": {
                "const": true
              },
              "server_fingerprint": {
                "type": "string"
              },
              "server_auth": {
                "type": "string",
                "enum": [
                  "trusted",
                  "untrusted"
                ]
              },
              "server_server": {
                "type": "string"
              },
              "server_server_version": {
                "type": "string"
              },
              "server_clock_skew_ms": {
                "type": [
                  "integer",
                  "null"
                ]
              },
              "server_latency_ms": {
                "type": "integer"
              },
              "server_extensions": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "server_known_id": {
                "type": [
                  "integer",
                  "null"
                ],
                "description": "A registered server that is the same daemon."
              }
            },
            "additionalProperties": false
          }
        },
        "additionalProperties": false
      }
    },
    "additionalProperties": false
  },
  "SshKey": {
    "description": "A public key of a user.",
    "type": "object",
    "required": [
      "key_name",
      "key_public",
      "key_timeadd",
      "key_type",
      "user_id",
      "provider"
    ],
    "additionalProperties": false,
    "properties": {
      "key_name": {
        "type": "string",
        "description": "What it is called."
      },
      "key_public": {
        "type": "string",
        "description": "Its fingerprint, as ssh-keygen shows it."
      },
      "key_timeadd": {
        "type": "integer",
        "description": "When it was entered, Unix seconds."
      },
      "key_type": {
        "const": "ssh"
      },
      "user_id": {
        "type": "integer",
        "description": "Whose it is."
      },
      "provider": {
        "const": "internal"
      }
    }
  },
  "SshKeyAddParams": {
    "type": "object",
    "required": [
      "key_public"
    ],
    "properties": {
      "key_name": {
        "type": "string",
        "description": "What it is called.",
        "default": "",
        "maxLength": 1024
      },
      "key_public": {
        "type": "string",
        "description": "The line of the .pub file.",
        "maxLength": 32768
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "SshKeyAddedEvent": {
    "type": "object",
    "required": [
      "key_id",
      "key_name",
      "key_fingerprint"
    ],
    "additionalProperties": false,
    "properties": {
      "key_id": {
        "type": "integer"
      },
      "key_name": {
        "type": "string"
      },
      "key_fingerprint": {
        "type": "string"
      }
    }
  },
  "SshKeyDeleteParams": {
    "type": "object",
    "required": [
      "key_id"
    ],
    "properties": {
      "key_id": {
        "type": "integer",
        "description": "Its number, as `ssh-key.get` shows it.",
        "minimum": 0
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "SshKeyDeletedEvent": {
    "type": "object",
    "required": [
      "key_id",
      "key_name",
      "key_fingerprint"
    ],
    "additionalProperties": false,
    "properties": {
      "key_id": {
        "type": "integer"
      },
      "key_name": {
        "type": "string"
      },
      "key_fingerprint": {
        "type": "string"
      }
    }
  },
  "SshKeyGetParams": {
    "type": "object",
    "properties": {
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 1000,
        "description": "Rows in the answer."
      },
      "after": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1024,
        "description": "The `meta.next` of the page before."
      },
      "sort": {
        "type": "string",
        "maxLength": 65,
        "pattern": "^-?[a-z][a-z0-9_]*$",
        "description": "Name of an attribute, with `-` in front for descending."
      },
      "filter": {
        "type": "object",
        "maxProperties": 16,
        "propertyNames": {
          "pattern": "^[a-z][a-z0-9_]*$"
        },
        "additionalProperties": {
          "anyOf": [
            {
              "type": [
                "string",
                "number",
                "boolean",
                "null"
              ]
            },
            {
              "type": "array",
              "maxItems": 100,
              "items": {
                "type": [
                  "string",
                  "number",
                  "boolean",
                  "null"
                ]
              }
            }
          ]
        },
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    },
    "additionalProperties": false
  },
  "SshKeyGetResult": {
    "type": "object",
    "required": [
      "data",
      "meta"
    ],
    "additionalProperties": false,
    "properties": {
      "data": {
        "type": "array",
        "items": {
          "type": "object",
          "required": [
            "id",
            "type",
            "attributes"
          ],
          "additionalProperties": false,
          "properties": {
            "id": {
              "type": "integer",
              "description": "Number."
            },
            "type": {
              "const": "ssh-key"
            },
            "attributes": {
              "$ref": "#/$defs/SshKey"
            }
          }
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    }
  },
  "Token": {
    "description": "A session or API token, without its secret.",
    "type": "object",
    "required": [
      "token_id",
      "token_name",
      "token_state",
      "token_type",
      "token_time_start",
      "token_time_expire",
      "revoke_time",
      "user_id"
    ],
    "additionalProperties": false,
    "properties": {
      "token_id": {
        "type": "integer",
        "description": "Number of the token."
      },
      "token_name": {
        "type": "string",
        "description": "Its name; a random one unless it was given."
      },
      "token_state": {
        "enum": [
          0,
          1
        ],
        "description": "1: live, 0: revoked or over."
      },
      "token_type": {
        "enum": [
          "user.login",
          "system.api"
        ],
        "description": "A session, or an API token."
      },
      "token_time_start": {
        "type": "integer",
        "description": "When it was made, Unix seconds."
      },
      "token_time_expire": {
        "type": "integer",
        "description": "When it ends, Unix seconds; 0: never."
      },
      "revoke_time": {
        "type": "integer",
        "description": "When it was revoked, Unix seconds; 0: it was not."
      },
      "user_id": {
        "type": "integer",
        "description": "Whose it is."
      }
    }
  },
  "TokenCreateParams": {
    "type": "object",
    "properties": {
      "token_lifetime": {
        "type": "integer",
        "description": "Seconds it lasts; `auth.token_seconds` when left out.",
        "minimum": 1,
        "maximum": 3153600000
      },
      "token_revoke_all": {
        "type": "boolean",
        "description": "Revokes the other API tokens of this user.",
        "default": false
      },
      "token_kind": {
        "enum": [
          "native"
        ],
        "default": "native",
        "description": "The API it is for."
      },
      "token_name": {
        "type": "string",
        "description": "What it is called; a random name when left out.",
        "maxLength": 128
      },
      "token_scopes": {
        "type": "array",
        "minItems": 1,
        "maxItems": 64,
        "uniqueItems": true,
        "items": {
          "type": "string",
          "maxLength": 64
        },
        "description": "What it may do: `instance:read`, `instance:*`, `*:read`, `*`. Left out: all that the caller may."
      },
      "token_read_only": {
        "type": "boolean",
        "description": "It may call only what changes nothing.",
        "default": false
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "TokenCreateResult": {
    "type": "object",
    "required": [
      "data"
    ],
    "additionalProperties": false,
    "properties": {
      "data": {
        "type": "object",
        "required": [
          "id",
          "type",
          "attributes"
        ],
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "integer",
            "description": "Number."
          },
          "type": {
            "const": "token"
          },
          "attributes": {
            "type": "object",
            "required": [
              "token"
            ],
            "additionalProperties": false,
            "properties": {
              "token": {
                "type": "string",
                "description": "The token, shown this once."
              }
            }
          }
        }
      }
    }
  },
  "TokenCreatedEvent": {
    "type": "object",
    "required": [
      "token_id",
      "token_name",
      "token_type"
    ],
    "additionalProperties": false,
    "properties": {
      "token_id": {
        "type": "integer"
      },
      "token_name": {
        "type": "string"
      },
      "token_type": {
        "enum": [
          "user.login",
          "system.api"
        ]
      }
    }
  },
  "TokenGetParams": {
    "type": "object",
    "properties": {
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 1000,
        "description": "Rows in the answer."
      },
      "after": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1024,
        "description": "The `meta.next` of the page before."
      },
      "sort": {
        "type": "string",
        "maxLength": 65,
        "pattern": "^-?[a-z][a-z0-9_]*$",
        "description": "Name of an attribute, with `-` in front for descending."
      },
      "filter": {
        "type": "object",
        "maxProperties": 16,
        "propertyNames": {
          "pattern": "^[a-z][a-z0-9_]*$"
        },
        "additionalProperties": {
          "anyOf": [
            {
              "type": [
                "string",
                "number",
                "boolean",
                "null"
              ]
            },
            {
              "type": "array",
              "maxItems": 100,
              "items": {
                "type": [
                  "string",
                  "number",
                  "boolean",
                  "null"
                ]
              }
            }
          ]
        },
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    },
    "additionalProperties": false
  },
  "TokenGetResult": {
    "type": "object",
    "required": [
      "data",
      "meta"
    ],
    "additionalProperties": false,
    "properties": {
      "data": {
        "type": "array",
        "items": {
          "type": "object",
          "required": [
            "id",
            "type",
            "attributes"
          ],
          "additionalProperties": false,
          "properties": {
            "id": {
              "type": "integer",
              "description": "Number."
            },
            "type": {
              "const": "token"
            },
            "attributes": {
              "$ref": "#/$defs/Token"
            }
          }
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    }
  },
  "TokenRevokeParams": {
    "type": "object",
    "required": [
      "token_name"
    ],
    "properties": {
      "token_name": {
        "type": "string",
        "description": "Its name, as `token.get` shows it.",
        "minLength": 1,
        "maxLength": 128
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "TokenRevokedEvent": {
    "type": "object",
    "required": [
      "token_id",
      "token_name",
      "token_type"
    ],
    "additionalProperties": false,
    "properties": {
      "token_id": {
        "type": "integer"
      },
      "token_name": {
        "type": "string"
      },
      "token_type": {
        "enum": [
          "user.login",
          "system.api"
        ]
      }
    }
  },
  "User": {
    "description": "A user, as that user sees it.",
    "type": "object",
    "required": [
      "email",
      "group",
      "login",
      "password_locked",
      "photo"
    ],
    "additionalProperties": false,
    "properties": {
      "email": {
        "type": "string",
        "description": "E-mail address."
      },
      "group": {
        "enum": [
          1,
          4
        ],
        "description": "1: administrator, 4: everybody else."
      },
      "login": {
        "type": "string",
        "description": "Login name."
      },
      "password_locked": {
        "type": "boolean",
        "description": "The password cannot be changed at the moment."
      },
      "photo": {
        "type": "string",
        "description": "A picture made from the login, as a data: URL."
      }
    }
  },
  "UserGetParams": {
    "type": "object",
    "properties": {
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "UserGetResult": {
    "type": "object",
    "required": [
      "data"
    ],
    "additionalProperties": false,
    "properties": {
      "data": {
        "$ref": "#/$defs/UserResource"
      }
    }
  },
  "UserListParams": {
    "type": "object",
    "properties": {
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      },
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 1000,
        "description": "Rows in the answer."
      },
      "after": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1024,
        "description": "The `meta.next` of the page before."
      },
      "sort": {
        "type": "string",
        "maxLength": 65,
        "pattern": "^-?[a-z][a-z0-9_]*$",
        "description": "Name of an attribute, with `-` in front for descending."
      },
      "filter": {
        "type": "object",
        "maxProperties": 16,
        "propertyNames": {
          "pattern": "^[a-z][a-z0-9_]*$"
        },
        "additionalProperties": {
          "anyOf": [
            {
              "type": [
                "string",
                "number",
                "boolean",
                "null"
              ]
            },
            {
              "type": "array",
              "maxItems": 100,
              "items": {
                "type": [
                  "string",
                  "number",
                  "boolean",
                  "null"
                ]
              }
            }
          ]
        },
        "description": "Attribute to value, or to a list of values of which one must hold."
      }
    },
    "additionalProperties": false
  },
  "UserListResult": {
    "type": "object",
    "required": [
      "data",
      "meta"
    ],
    "additionalProperties": false,
    "properties": {
      "data": {
        "type": "array",
        "items": {
          "type": "object",
          "required": [
            "id",
            "type",
            "attributes"
          ],
          "additionalProperties": false,
          "properties": {
            "id": {
              "type": "integer",
              "description": "Number."
            },
            "type": {
              "const": "user"
            },
            "attributes": {
              "type": "object",
              "required": [
                "email",
                "group",
                "login",
                "password_locked",
                "photo",
                "user_admin",
                "user_disabled",
                "user_timeadd"
              ],
              "additionalProperties": false,
              "properties": {
                "email": {
                  "type": "string",
                  "description": "E-mail address."
                },
                "group": {
                  "enum": [
                    1,
                    4
                  ],
                  "description": "1: administrator, 4: everybody else."
                },
                "login": {
                  "type": "string",
                  "description": "Login name."
                },
                "password_locked": {
                  "type": "boolean",
                  "description": "The password cannot be changed at the moment."
                },
                "photo": {
                  "type": "string",
                  "description": "A picture made from the login, as a data: URL."
                },
                "user_admin": {
                  "type": "boolean",
                  "description": "An administrator."
                },
                "user_disabled": {
                  "type": "boolean",
                  "description": "Cannot log in; tokens do not work."
                },
                "user_timeadd": {
                  "type": "integer",
                  "description": "When the account was made, Unix seconds."
                }
              }
            }
          }
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    }
  },
  "UserLoginParams": {
    "type": "object",
    "required": [
      "user_login",
      "user_password"
    ],
    "properties": {
      "user_login": {
        "type": "string",
        "description": "Login or e-mail address.",
        "minLength": 1,
        "maxLength": 320
      },
      "user_password": {
        "type": "string",
        "description": "Password.",
        "minLength": 1,
        "maxLength": 1024
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "UserLoginResult": {
    "type": "object",
    "required": [
      "data",
      "included"
    ],
    "additionalProperties": false,
    "properties": {
      "data": {
        "type": "object",
        "required": [
          "id",
          "type",
          "attributes"
        ],
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "integer",
            "description": "Number."
          },
          "type": {
            "const": "user"
          },
          "attributes": {
            "type": "object",
            "required": [
              "token"
            ],
            "additionalProperties": false,
            "properties": {
              "token": {
                "type": "string",
                "description": "Bearer token of the session."
              }
            }
          }
        }
      },
      "included": {
        "type": "array",
        "minItems": 1,
        "maxItems": 1,
        "items": {
          "$ref": "#/$defs/UserResource"
        }
      }
    }
  },
  "UserLogoutParams": {
    "type": "object",
    "properties": {
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "UserRegisterParams": {
    "type": "object",
    "properties": {
      "user_login": {
        "type": "string",
        "description": "Login name: 3 to 64 letters, digits, dots, hyphens, underscores.",
        "maxLength": 256
      },
      "user_email": {
        "type": "string",
        "description": "E-mail address.",
        "maxLength": 320
      },
      "user_password": {
        "type": "string",
        "description": "12 to 256 characters.",
        "maxLength": 1024
      },
      "user_passwordRepeat": {
        "type": "string",
        "description": "The password again.",
        "maxLength": 1024
      },
      "user_code": {
        "type": "string",
        "description": "The mailed code, or the first administrator's.",
        "maxLength": 128
      },
      "provider": {
        "type": "string",
        "maxLength": 64,
        "description": "Accepted on every method; `lxd` or `internal`. Nothing depends on it."
      },
      "request_id": {
        "type": "string",
        "maxLength": 64,
        "description": "The caller's own id of this call: events it causes carry it."
      }
    },
    "additionalProperties": false
  },
  "UserRegisteredEvent": {
    "type": "object",
    "required": [
      "user_login",
      "user_admin"
    ],
    "additionalProperties": false,
    "properties": {
      "user_login": {
        "type": "string"
      },
      "user_admin": {
        "type": "boolean"
      }
    }
  },
  "UserResource": {
    "description": "A user as a resource.",
    "type": "object",
    "required": [
      "id",
      "type",
      "attributes"
    ],
    "additionalProperties": false,
    "properties": {
      "id": {
        "type": "integer",
        "description": "Number of the user."
      },
      "type": {
        "const": "user"
      },
      "attributes": {
        "$ref": "#/$defs/User"
      }
    }
  }
};

export const CONTRACTS: readonly ContractInfo[] = [
  {
    "name": "config.get",
    "summary": "What a client must know before anything else.",
    "description": "The switches a user interface follows, and a fresh id for its event stream. Every attribute may end up in a client's own store, so nothing else is among them: `meta` says more, and only to callers with a token.",
    "scope": "public",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ConfigGetParams",
    "result": "ConfigGetResult",
    "errors": [],
    "examples": [
      {
        "summary": "First call of a page",
        "request": {},
        "result": {
          "data": {
            "id": 1,
            "type": "config",
            "attributes": {
              "disable_user_recovery": false,
              "disable_user_registration": false,
              "disable_server_add": false,
              "disable_ssh_key_add": false,
              "stream": "5a1c0c3e-6a54-4a35-8a39-2f3c4bd64c8e",
              "webauth_enabled": true,
              "simplestream_enabled": true,
              "webauth_attestation_type": "none"
            }
          }
        }
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "event.auth",
    "summary": "Binds a stream to the caller.",
    "description": "What the panel sends once its stream is open. From then on the stream tells how the user's calls ended.",
    "scope": "user",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "EventAuthParams",
    "result": "Ack",
    "errors": [],
    "examples": [
      {
        "summary": "A stream that is not open",
        "request": {
          "stream": "nowhere"
        },
        "error": "not_found"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "event.list",
    "summary": "Events of the past.",
    "description": "The numbered log, oldest first from a cursor, or newest first with `sort` `-id`. Only what the caller may see.",
    "scope": "event:read",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "EventListParams",
    "result": "EventListResult",
    "errors": [
      "cursor_expired",
      "epoch_changed",
      "cursor_in_future"
    ],
    "examples": [
      {
        "summary": "The last ten",
        "request": {
          "limit": 10,
          "sort": "-id"
        },
        "result": {
          "data": [],
          "meta": {
            "next": null
          }
        }
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "event.subscribe",
    "summary": "Live, ordered, resumable events.",
    "description": "Over a socket: an answer with `subscription`, `epoch`, `from` and `head`, then frames of events. Over GET or POST: server-sent events. With a cursor everything behind it is replayed first, without gap or double; without one the stream begins now. With `stream` and no token it is the panel's stream, which stays silent until `event.auth`.",
    "scope": "public",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": true,
    "body": "json",
    "verbs": [
      "GET",
      "POST"
    ],
    "secrets": [],
    "params": "EventSubscribeParams",
    "result": "EventSubscribeResult",
    "errors": [
      "cursor_expired",
      "epoch_changed",
      "cursor_in_future",
      "upgrade_required"
    ],
    "examples": [],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "health.alive",
    "summary": "The process answers.",
    "description": "Answers as long as the process runs, at constant cost and without saying anything about it. Meant for a liveness probe.",
    "scope": "public",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "GET",
      "POST"
    ],
    "secrets": [],
    "params": "HealthAliveParams",
    "result": "Ack",
    "errors": [],
    "examples": [
      {
        "summary": "Alive",
        "request": {},
        "result": {
          "data": {
            "type": "health",
            "attributes": {
              "response": true
            }
          }
        }
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "health.ready",
    "summary": "The service takes work.",
    "description": "Answers when calls would be served: not while starting or stopping, and not while the database cannot be written. Otherwise `unavailable`, with the reason. Constant cost; meant for a readiness probe.",
    "scope": "public",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "GET",
      "POST"
    ],
    "secrets": [],
    "params": "HealthReadyParams",
    "result": "Ack",
    "errors": [
      "unavailable"
    ],
    "examples": [
      {
        "summary": "Ready",
        "request": {},
        "result": {
          "data": {
            "type": "health",
            "attributes": {
              "response": true
            }
          }
        }
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "instance.action",
    "summary": "Starts, stops, restarts, freezes or unfreezes an instance.",
    "description": "The answer says that the action stands in the instance's queue; how it ended comes as an event, or in the answer with `wait`. The name of the field is the panel's: `instance_status` is the action.",
    "scope": "instance:operate",
    "mutates": true,
    "list": false,
    "long": true,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "InstanceActionParams",
    "result": "OperationAck",
    "errors": [
      "bad_state",
      "conflict",
      "host_unreachable",
      "host_untrusted",
      "host_failed"
    ],
    "examples": [
      {
        "summary": "Restart by force",
        "request": {
          "instance_id": 1,
          "instance_status": "restart-force"
        },
        "result": {
          "data": {
            "type": "operation",
            "attributes": {
              "response": true,
              "operation_id": 7,
              "operation_status": "pending",
              "operation_position": 0
            }
          }
        }
      },
      {
        "summary": "No such action",
        "request": {
          "instance_id": 1,
          "instance_status": "explode"
        },
        "error": "invalid_params"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "instance.add",
    "summary": "Makes an instance.",
    "description": "Checks everything that can be checked, writes the instance and its operation, and answers; the host is asked afterwards. The instance is started once made unless `instance_start` is false; then `instance_command` is run once in it. The caller's ssh keys are put in by cloud-init. A body with `instance_id` and `instance_status` alone does what `instance.action` does.",
    "scope": "instance:write",
    "mutates": true,
    "list": false,
    "long": true,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "InstanceAddParams",
    "result": "InstanceAddResult",
    "errors": [
      "conflict",
      "quota_exceeded",
      "host_unreachable",
      "host_failed",
      "unsupported",
      "no_capacity",
      "bad_state"
    ],
    "examples": [
      {
        "summary": "A container from an image of the host",
        "request": {
          "server_id": 1,
          "instance_name": "example-1",
          "instance_image": "busybox",
          "instance_memory": "64",
          "instance_cpu": "1"
        },
        "result": {
          "data": {
            "id": 3,
            "type": "instance",
            "attributes": {
              "response": true,
              "operation_id": 7,
              "operation_status": "pending",
              "operation_position": 0,
              "instance_id": 3
            }
          }
        }
      },
      {
        "summary": "A name that LXD would refuse",
        "request": {
          "server_id": 1,
          "instance_name": "1-bad",
          "instance_image": "busybox"
        },
        "error": "invalid_params"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "instance.delete",
    "summary": "Removes an instance.",
    "description": "A running instance is refused unless `force` says to stop it by force first.",
    "scope": "instance:write",
    "mutates": true,
    "list": false,
    "long": true,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "InstanceDeleteParams",
    "result": "OperationAck",
    "errors": [
      "bad_state",
      "conflict",
      "host_unreachable",
      "host_failed"
    ],
    "examples": [
      {
        "summary": "A stopped one",
        "request": {
          "instance_id": 2
        },
        "result": {
          "data": {
            "type": "operation",
            "attributes": {
              "response": true,
              "operation_id": 3,
              "operation_status": "pending",
              "operation_position": 0
            }
          }
        }
      },
      {
        "summary": "A running one",
        "request": {
          "instance_id": 1
        },
        "error": "bad_state"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "instance.get",
    "summary": "One instance.",
    "description": "From Gantry's own rows. `meta.etag` is what `instance.update` takes to make sure that nothing changed in between.",
    "scope": "instance:read",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "InstanceGetParams",
    "result": "InstanceGetResult",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "A running container",
        "request": {
          "instance_id": 1
        },
        "result": {
          "data": {
            "id": 1,
            "type": "instance",
            "attributes": {
              "instance_id": 1,
              "server_id": 1,
              "project_id": 2,
              "instance_name": "web-1",
              "instance_type": "container",
              "instance_arch": "x86_64",
              "instance_status": "running",
              "instance_power": "running",
              "instance_stale": false,
              "instance_image_os": "busybox",
              "instance_image_version": "",
              "instance_description": "",
              "instance_location": "",
              "created_at": 1767225600000,
              "updated_at": 1767225600000,
              "provider": "lxd",
              "instance_profiles": "default",
              "instance_devices": {
                "eth0": {
                  "type": "nic",
                  "name": "eth0",
                  "network": "lxdbr0"
                },
                "root": {
                  "type": "disk",
                  "path": "/",
                  "pool": "default"
                }
              },
              "instance_config": {
                "image.os": "busybox",
                "user.gantry.uuid": "4f2eb52c-c64b-4392-8eff-3a58a2f9347d"
              },
              "instance_memory": "",
              "instance_cpu": ""
            }
          },
          "meta": {
            "etag": "495ec5ce623d8ed2"
          }
        }
      },
      {
        "summary": "By name",
        "request": {
          "server_id": 1,
          "instance_name": "web-2"
        }
      },
      {
        "summary": "An instance that does not exist",
        "request": {
          "instance_id": 999
        },
        "error": "not_found"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "instance.list",
    "summary": "The instances the caller may see.",
    "description": "From Gantry's own rows, kept fresh by the hosts' events: no host is asked. `sort` and `filter` take instance_id, instance_name, instance_type, instance_status (the power state), server_id and project_id.",
    "scope": "instance:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "InstanceListParams",
    "result": "InstanceListResult",
    "errors": [],
    "examples": [
      {
        "summary": "All of one server",
        "request": {
          "server_id": 1,
          "limit": 10
        },
        "result": {
          "data": [],
          "meta": {
            "next": null
          }
        }
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "instance.update",
    "summary": "Changes limits, profiles, devices or description.",
    "description": "What is not given stays. A null in `instance_config` or `instance_devices` removes the key. Updates of one instance are carried out one after another, in the order they were accepted.",
    "scope": "instance:write",
    "mutates": true,
    "list": false,
    "long": true,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "InstanceUpdateParams",
    "result": "OperationAck",
    "errors": [
      "bad_state",
      "conflict",
      "host_unreachable",
      "host_failed"
    ],
    "examples": [
      {
        "summary": "More memory",
        "request": {
          "instance_id": 1,
          "instance_memory": "128"
        },
        "result": {
          "data": {
            "type": "operation",
            "attributes": {
              "response": true,
              "operation_id": 7,
              "operation_status": "pending",
              "operation_position": 0
            }
          }
        }
      },
      {
        "summary": "Nothing to change",
        "request": {
          "instance_id": 1
        },
        "error": "invalid_params"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "operation.cancel",
    "summary": "Asks for an operation to be cancelled.",
    "description": "A request: what has not begun is cancelled at once; what runs on a host is cancelled if the host can, and goes on to its end if not.",
    "scope": "operation:operate",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "OperationCancelParams",
    "result": "OperationCancelResult",
    "errors": [
      "bad_state"
    ],
    "examples": [
      {
        "summary": "One that is over already",
        "request": {
          "operation_id": 1
        },
        "error": "bad_state"
      },
      {
        "summary": "One that does not exist",
        "request": {
          "operation_id": 999999
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "operation.get",
    "summary": "One operation and its result.",
    "description": "Results are kept, also after the host has forgotten them. With `wait` the answer comes when the operation has ended or the time is up.",
    "scope": "operation:read",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "OperationGetParams",
    "result": "OperationGetResult",
    "errors": [],
    "examples": [
      {
        "summary": "One that is over",
        "request": {
          "operation_id": 1
        },
        "result": {
          "data": {
            "id": 1,
            "type": "operation",
            "attributes": {
              "operation_id": 1,
              "operation_kind": "instance.create",
              "operation_status": "success",
              "operation_position": 0,
              "operation_progress": 100,
              "operation_step": "start",
              "operation_inferred": false,
              "operation_error": "",
              "operation_error_code": "",
              "operation_result": {},
              "operation_cancel_requested": false,
              "server_id": 1,
              "instance_id": 1,
              "user_id": 2,
              "request_id": "",
              "created_at": 1767225600000,
              "updated_at": 1767225600000,
              "finished_at": 1767225600000
            }
          }
        }
      },
      {
        "summary": "One that does not exist",
        "request": {
          "operation_id": 999999
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "operation.list",
    "summary": "Operations, open and over.",
    "description": "The caller's own and those on instances the caller may see. `sort` and `filter` take operation_id, operation_status, operation_kind, instance_id and server_id.",
    "scope": "operation:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "OperationListParams",
    "result": "OperationListResult",
    "errors": [],
    "examples": [
      {
        "summary": "What is waiting",
        "request": {
          "operation_status": "pending"
        },
        "result": {
          "data": [],
          "meta": {
            "next": null
          }
        }
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "server.add",
    "summary": "Registers a server.",
    "description": "Connects, checks the certificate against `server_fingerprint`, the join token or what the caller's last `server.verify` saw, makes the server trust us, pins the certificate and reads all instances. Instances that exist already are adopted.",
    "scope": "server:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ServerAddParams",
    "result": "ServerAddResult",
    "errors": [
      "conflict",
      "host_unreachable",
      "host_untrusted",
      "host_failed",
      "unsupported"
    ],
    "examples": [
      {
        "summary": "A protocol we do not speak",
        "request": {
          "server_host": "lxd-1.example.net",
          "server_protocol": "qemu+ssh"
        },
        "error": "unsupported"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "server.delete",
    "summary": "Forgets a server.",
    "description": "Nothing on the host is touched. Refused while instances stand there that Gantry made, unless `forget` says that they shall be left on the host and forgotten here.",
    "scope": "server:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ServerDeleteParams",
    "result": "Ack",
    "errors": [
      "bad_state"
    ],
    "examples": [
      {
        "summary": "One whose instances stay on it",
        "request": {
          "server_id": 1,
          "forget": true
        },
        "result": {
          "data": {
            "type": "server",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "A server that does not exist",
        "request": {
          "server_id": 999
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "server.get",
    "summary": "One server, with what stands on it.",
    "description": "What the server last said of itself (also while it is away), and in `included` its profiles, certificates, pools, volumes and instances as far as it can be asked right now. Certificates are shown to its owner and administrators.",
    "scope": "server:read",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ServerGetParams",
    "result": "ServerGetResult",
    "errors": [],
    "examples": [
      {
        "summary": "A host",
        "request": {
          "server_id": 1
        },
        "result": {
          "data": {
            "id": 1,
            "type": "server",
            "attributes": {
              "server_id": 1,
              "user_id": 1,
              "server_name": "lab",
              "server_host": "lxd-1.example.net",
              "server_port": 8443,
              "server_protocol": "lxd",
              "server_path": "",
              "server_status": "online",
              "server_status_at": 1767225600000,
              "provider": "lxd",
              "server_supported_instance_types": "container",
              "server_memory_total": 8192,
              "server_memory_used": 1024,
              "server_cpu_cores": 2,
              "server_cpu_threads": 2,
              "server_cpu_model": "Example CPU",
              "server_cpu_vendor": "ExampleVendor",
              "server_kernel_version": "6.1.0",
              "server_kernel_architecture": "x86_64",
              "server_driver": "lxc",
              "server_driver_version": "5.0.2",
              "server_server": "lxd",
              "server_server_version": "5.0.2",
              "server_storage": "dir",
              "server_storage_version": "1",
              "server_addresses": "192.0.2.10:8443",
              "server_certificate_fingerprint": "a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7",
              "server_fingerprint": "3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f",
              "server_clock_skew_ms": 0,
              "server_latency_ms": 4,
              "server_facts_at": 1767225600000
            }
          },
          "included": [
            {
              "id": 144809977209014,
              "type": "profile",
              "attributes": {
                "provider": "lxd",
                "profile_name": "default",
                "profile_body": "config: {}\ndescription: Default profile\ndevices:\n  root:\n    type: disk\n    path: /\n    pool: default\n  eth0:\n    type: nic\n    name: eth0\n    network: lxdbr0\nname: default\nused_by:\n  - /1.0/instances/web-1\n  - /1.0/instances/web-2\n"
              }
            },
            {
              "id": 25080147993498,
              "type": "pool",
              "attributes": {
                "provider": "lxd",
                "pool_name": "default",
                "pool_source": "/var/lib/lxd/storage-pools/default",
                "pool_driver": "dir",
                "pool_status": "Created",
                "pool_space_total": 107374182400,
                "pool_space_used": 10737418240,
                "pool_inodes_total": 100000,
                "pool_inodes_used": 1000
              }
            }
          ]
        }
      },
      {
        "summary": "A server that does not exist",
        "request": {
          "server_id": 999
        },
        "error": "not_found"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "server.grant",
    "summary": "Lets a user use a server.",
    "description": "The user may see the server and make instances on it, in projects of their own. Only its owner and administrators may say so.",
    "scope": "server:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ServerGrantParams",
    "result": "Ack",
    "errors": [],
    "examples": [
      {
        "summary": "To another user",
        "request": {
          "server_id": 1,
          "user_id": 3
        },
        "result": {
          "data": {
            "type": "server",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "A server that does not exist",
        "request": {
          "server_id": 999,
          "user_id": 2
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "server.list",
    "summary": "The servers the caller may use.",
    "description": "All of them for an administrator; else those the caller owns or was granted. A server that is away is listed with the status it has.",
    "scope": "server:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ServerListParams",
    "result": "ServerListResult",
    "errors": [],
    "examples": [
      {
        "summary": "All",
        "request": {},
        "result": {
          "data": [
            {
              "id": 1,
              "type": "server",
              "attributes": {
                "server_id": 1,
                "user_id": 1,
                "server_name": "lab",
                "server_host": "127.0.0.1",
                "server_port": 8443,
                "server_protocol": "lxd",
                "server_path": "",
                "server_status": "online",
                "server_status_at": 1790000000000,
                "provider": "lxd"
              }
            }
          ],
          "meta": {
            "next": null
          }
        }
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "server.revoke",
    "summary": "Ends a user's use of a server.",
    "description": "The user no longer sees the server and makes no new instances on it; instances they own stay theirs.",
    "scope": "server:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ServerRevokeParams",
    "result": "Ack",
    "errors": [],
    "examples": [
      {
        "summary": "From a user who had it",
        "request": {
          "server_id": 1,
          "user_id": 2
        },
        "result": {
          "data": {
            "type": "server",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "A server that does not exist",
        "request": {
          "server_id": 999,
          "user_id": 2
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "server.verify",
    "summary": "Looks at a server without registering it.",
    "description": "Connects to an LXD or Incus server and says what was found: the fingerprint of its certificate, its version, whether it trusts us, how far its clock is from ours, its API extensions and how long it took. Nothing is kept but the fingerprint, which the next `server.add` of the same caller then expects.",
    "scope": "server:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ServerVerifyParams",
    "result": "ServerVerifyResult",
    "errors": [
      "host_unreachable",
      "host_failed",
      "unsupported"
    ],
    "examples": [
      {
        "summary": "A protocol we do not speak",
        "request": {
          "server_host": "lxd-1.example.net",
          "server_protocol": "qemu+ssh"
        },
        "error": "unsupported"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "ssh-key.add",
    "summary": "Enters a public key.",
    "description": "It goes into every instance the user makes from now on. All types of OpenSSH are taken; a comment behind the key names it when `key_name` is empty.",
    "scope": "ssh-key:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "SshKeyAddParams",
    "result": "Ack",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "A key",
        "request": {
          "key_name": "laptop",
          "key_public": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"
        },
        "result": {
          "data": {
            "type": "ssh-key",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "Half a key",
        "request": {
          "key_name": "laptop",
          "key_public": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0Sd"
        },
        "error": "invalid_params"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "ssh-key.delete",
    "summary": "Removes a public key.",
    "description": "Instances that exist keep it.",
    "scope": "ssh-key:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "SshKeyDeleteParams",
    "result": "Ack",
    "errors": [],
    "examples": [
      {
        "summary": "A number that nobody has",
        "request": {
          "key_id": 999999
        },
        "error": "not_found"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "ssh-key.get",
    "summary": "The caller's public keys.",
    "description": "`sort` takes key_id, key_name and key_timeadd; `filter` takes key_id, key_name and key_public.",
    "scope": "ssh-key:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "SshKeyGetParams",
    "result": "SshKeyGetResult",
    "errors": [],
    "examples": [
      {
        "summary": "All",
        "request": {},
        "result": {
          "data": [
            {
              "id": 3,
              "type": "ssh-key",
              "attributes": {
                "key_name": "laptop",
                "key_public": "SHA256:p2QAMXNIC1TJYWeIOttrVc98/R1BUFWu3/LiyKgUfQM",
                "key_timeadd": 1700000000,
                "key_type": "ssh",
                "user_id": 2,
                "provider": "internal"
              }
            }
          ],
          "meta": {
            "next": null
          }
        }
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "token.create",
    "summary": "Makes an API token.",
    "description": "Needs a login less than `auth.reauth_seconds` old. An API token may call this too, with scope token:write, for scopes it holds itself; what it makes ends no later than itself. The token is shown this once. With `token_revoke_all`, the user's other API tokens are revoked in the same moment.",
    "scope": "token:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "TokenCreateParams",
    "result": "TokenCreateResult",
    "errors": [
      "reauth_required",
      "conflict"
    ],
    "examples": [
      {
        "summary": "A token that reads, for a day",
        "request": {
          "token_lifetime": 86400,
          "token_revoke_all": false,
          "token_scopes": [
            "*:read"
          ]
        },
        "result": {
          "data": {
            "id": 7,
            "type": "token",
            "attributes": {
              "token": "gantry_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx000000"
            }
          }
        }
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "token.get",
    "summary": "The caller's tokens.",
    "description": "Sessions and API tokens, live and revoked. `sort` takes token_id, token_name and token_time_start; `filter` takes token_id, token_name and token_type.",
    "scope": "token:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "TokenGetParams",
    "result": "TokenGetResult",
    "errors": [],
    "examples": [
      {
        "summary": "Sessions",
        "request": {
          "filter": {
            "token_type": "user.login"
          },
          "limit": 1
        },
        "result": {
          "data": [
            {
              "id": 7,
              "type": "token",
              "attributes": {
                "token_id": 7,
                "token_name": "4a4bd2a3-6c4b-4e3c-9a2f-0d4c7c9f0b52",
                "token_state": 1,
                "token_type": "user.login",
                "token_time_start": 1700000000,
                "token_time_expire": 1702592000,
                "revoke_time": 0,
                "user_id": 2
              }
            }
          ],
          "meta": {
            "next": null
          }
        }
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "token.revoke",
    "summary": "Revokes a token.",
    "description": "By its name, session or API token. The next call with it is refused, and its sockets close.",
    "scope": "token:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "TokenRevokeParams",
    "result": "Ack",
    "errors": [
      "bad_state"
    ],
    "examples": [
      {
        "summary": "A name that nobody gave",
        "request": {
          "token_name": "no-such-token"
        },
        "error": "not_found"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "user.get",
    "summary": "The caller.",
    "description": "Who the token belongs to.",
    "scope": "user",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "UserGetParams",
    "result": "UserGetResult",
    "errors": [],
    "examples": [
      {
        "summary": "Who am I",
        "request": {},
        "result": {
          "data": {
            "id": 2,
            "type": "user",
            "attributes": {
              "email": "alice@example.org",
              "group": 4,
              "login": "alice",
              "password_locked": false,
              "photo": "data:image/svg+xml;base64,PHN2Zz48L3N2Zz4="
            }
          }
        }
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "user.list",
    "summary": "All users.",
    "description": "For administrators. `sort` takes user_id, login, email and user_timeadd; `filter` takes user_id, login, email, user_admin and user_disabled.",
    "scope": "admin",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "UserListParams",
    "result": "UserListResult",
    "errors": [],
    "examples": [
      {
        "summary": "Administrators",
        "request": {
          "filter": {
            "user_admin": true
          }
        },
        "result": {
          "data": [
            {
              "id": 1,
              "type": "user",
              "attributes": {
                "email": "admin@example.org",
                "group": 1,
                "login": "admin",
                "password_locked": false,
                "photo": "data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=",
                "user_admin": true,
                "user_disabled": false,
                "user_timeadd": 1700000000
              }
            }
          ],
          "meta": {
            "next": null
          }
        }
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "user.login",
    "summary": "Opens a session.",
    "description": "By login or e-mail address. Every refusal is `wrong credential`; after too many of them the answer is `rate_limited` for a while. The token is shown this once.",
    "scope": "public",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "UserLoginParams",
    "result": "UserLoginResult",
    "errors": [],
    "examples": [
      {
        "summary": "Login",
        "request": {
          "user_login": "alice",
          "user_password": "correct horse battery"
        },
        "result": {
          "data": {
            "id": 2,
            "type": "user",
            "attributes": {
              "token": "gantry_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx000000"
            }
          },
          "included": [
            {
              "id": 2,
              "type": "user",
              "attributes": {
                "email": "alice@example.org",
                "group": 4,
                "login": "alice",
                "password_locked": false,
                "photo": "data:image/svg+xml;base64,PHN2Zz48L3N2Zz4="
              }
            }
          ]
        }
      },
      {
        "summary": "A wrong password",
        "request": {
          "user_login": "nobody-here",
          "user_password": "not the password"
        },
        "error": "forbidden"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "user.logout",
    "summary": "Ends the session.",
    "description": "Revokes the token of this call: the next call with it is refused, and its sockets close.",
    "scope": "user",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "UserLogoutParams",
    "result": "Ack",
    "errors": [],
    "examples": [
      {
        "summary": "The end of a session",
        "request": {},
        "result": {
          "data": {
            "type": "user",
            "attributes": {
              "response": true
            }
          }
        }
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "user.register",
    "summary": "Makes an account, in two steps.",
    "description": "First `user_login`, `user_email`, `user_password` and `user_passwordRepeat`: acknowledged always, and a code of 36 characters is mailed; a login or address that is taken is told by mail only. Then `user_code` alone: the account is made. While there is no administrator, all five fields with the code that `serve` printed make one, active at once, and nothing else is taken.",
    "scope": "public",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "UserRegisterParams",
    "result": "Ack",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "First step",
        "request": {
          "user_login": "bob",
          "user_email": "bob@example.org",
          "user_password": "a long and winding road",
          "user_passwordRepeat": "a long and winding road"
        },
        "result": {
          "data": {
            "type": "user",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "Second step with a code that nobody was sent",
        "request": {
          "user_code": "nobodywassentthiscodenobodywassentth"
        },
        "error": "forbidden"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  }
];

export const EVENTS: readonly EventInfo[] = [
  {
    "type": "audit.call",
    "summary": "Somebody called a method that changes something; the row of the audit trail.",
    "data": "AuditCallEvent"
  },
  {
    "type": "instance.adopted",
    "summary": "An instance was found on a server that Gantry did not make.",
    "data": "InstanceAdoptedEvent"
  },
  {
    "type": "instance.created",
    "summary": "An instance was made.",
    "data": "InstanceCreatedEvent"
  },
  {
    "type": "instance.deleted",
    "summary": "An instance is gone from its server.",
    "data": "InstanceDeletedEvent"
  },
  {
    "type": "instance.error",
    "summary": "The host says that an instance is in error.",
    "data": "InstanceErrorEvent"
  },
  {
    "type": "instance.failed",
    "summary": "An instance could not be made; its name is free again.",
    "data": "InstanceFailedEvent"
  },
  {
    "type": "instance.frozen",
    "summary": "An instance is frozen.",
    "data": "InstanceFrozenEvent"
  },
  {
    "type": "instance.renamed",
    "summary": "An instance has a new name.",
    "data": "InstanceRenamedEvent"
  },
  {
    "type": "instance.restarted",
    "summary": "An instance was restarted.",
    "data": "InstanceRestartedEvent"
  },
  {
    "type": "instance.started",
    "summary": "An instance runs.",
    "data": "InstanceStartedEvent"
  },
  {
    "type": "instance.stopped",
    "summary": "An instance is stopped.",
    "data": "InstanceStoppedEvent"
  },
  {
    "type": "instance.unfrozen",
    "summary": "An instance runs again after being frozen.",
    "data": "InstanceUnfrozenEvent"
  },
  {
    "type": "instance.updated",
    "summary": "Limits, profiles, devices or description of an instance changed.",
    "data": "InstanceUpdatedEvent"
  },
  {
    "type": "operation.cancel_requested",
    "summary": "Someone asked for long work to be cancelled.",
    "data": "OperationCancelRequestedEvent"
  },
  {
    "type": "operation.created",
    "summary": "Long work was accepted and stands in its queue.",
    "data": "OperationCreatedEvent"
  },
  {
    "type": "operation.finished",
    "summary": "Long work has ended; this is its result.",
    "data": "OperationFinishedEvent"
  },
  {
    "type": "server.added",
    "summary": "A server was registered.",
    "data": "ServerAddedEvent"
  },
  {
    "type": "server.deleted",
    "summary": "A server is no longer registered.",
    "data": "ServerDeletedEvent"
  },
  {
    "type": "server.granted",
    "summary": "A user may use a server.",
    "data": "ServerGrantedEvent"
  },
  {
    "type": "server.offline",
    "summary": "A server cannot be reached.",
    "data": "ServerOfflineEvent"
  },
  {
    "type": "server.online",
    "summary": "A server answers and its instances have been read.",
    "data": "ServerOnlineEvent"
  },
  {
    "type": "server.revoked",
    "summary": "A user may no longer use a server.",
    "data": "ServerRevokedEvent"
  },
  {
    "type": "server.untrusted",
    "summary": "A server shows another certificate than the pinned one; nothing is sent to it.",
    "data": "ServerUntrustedEvent"
  },
  {
    "type": "ssh-key.added",
    "summary": "A user entered a public key.",
    "data": "SshKeyAddedEvent"
  },
  {
    "type": "ssh-key.deleted",
    "summary": "A user removed a public key.",
    "data": "SshKeyDeletedEvent"
  },
  {
    "type": "token.created",
    "summary": "A user made an API token.",
    "data": "TokenCreatedEvent"
  },
  {
    "type": "token.revoked",
    "summary": "A token or session was revoked.",
    "data": "TokenRevokedEvent"
  },
  {
    "type": "user.registered",
    "summary": "Somebody has an account now.",
    "data": "UserRegisteredEvent"
  }
];
