// Written by `npm run gen` from schemas/: change those, not this.
import type { ContractInfo, Defs, EventInfo, RouteInfo } from '../registry/schema.js';

export const DEFS: Defs = {
  "Aarch64AdminAnsibleParams": {
    "type": "object",
    "properties": {}
  },
  "Aarch64AdminAnsibleResult": {
    "type": "object",
    "required": [
      "meta",
      "data"
    ],
    "properties": {
      "meta": {
        "type": "object",
        "required": [
          "success",
          "message"
        ],
        "properties": {
          "success": {
            "const": true
          },
          "message": {
            "const": "Retrieved ansible config"
          }
        },
        "additionalProperties": false
      },
      "data": {
        "type": "object",
        "required": [
          "all"
        ],
        "properties": {
          "all": {
            "type": "object",
            "required": [
              "vars",
              "hosts"
            ],
            "properties": {
              "vars": {
                "type": "object",
                "required": [
                  "ansible_user",
                  "ansible_port",
                  "ansible_ssh_private_key_file",
                  "oses",
                  "gantry_certificate"
                ],
                "properties": {
                  "ansible_user": {
                    "type": "string"
                  },
                  "ansible_port": {
                    "type": "integer",
                    "minimum": 0
                  },
                  "ansible_ssh_private_key_file": {
                    "type": "string"
                  },
                  "oses": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "object",
                      "required": [
                        "version",
                        "url"
                      ],
                      "properties": {
                        "version": {
                          "type": "string"
                        },
                        "url": {
                          "type": "string"
                        }
                      },
                      "additionalProperties": false
                    }
                  },
                  "gantry_certificate": {
                    "type": "string",
                    "description": "Our client certificate, PEM: hosts have to trust it."
                  }
                },
                "additionalProperties": false
              },
              "hosts": {
                "type": "object",
                "additionalProperties": {
                  "type": "object",
                  "required": [
                    "ansible_host",
                    "bcg",
                    "vms"
                  ],
                  "properties": {
                    "ansible_host": {
                      "type": "string"
                    },
                    "bcg": {
                      "type": "object",
                      "required": [
                        "asn",
                        "prefixes"
                      ],
                      "properties": {
                        "asn": {
                          "type": "integer",
                          "minimum": 0
                        },
                        "prefixes": {
                          "type": "array",
                          "items": {
                            "type": "string"
                          }
                        },
                        "peers": {
                          "type": "object",
                          "additionalProperties": {
                            "type": "object",
                            "required": [
                              "asn",
                              "type",
                              "neighbors"
                            ],
                            "properties": {
                              "asn": {
                                "type": "integer",
                                "minimum": 0
                              },
                              "type": {
                                "type": "string"
                              },
                              "neighbors": {
                                "type": "array",
                                "items": {
                                  "type": "string"
                                }
                              }
                            },
                            "additionalProperties": false
                          }
                        }
                      },
                      "additionalProperties": false
                    },
                    "vms": {
                      "type": "array",
                      "items": {
                        "$ref": "#/$defs/Aarch64Vm"
                      }
                    }
                  },
                  "additionalProperties": false
                }
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
  "Aarch64AdminBgpParams": {
    "type": "object",
    "required": [
      "ip",
      "name",
      "asn",
      "neighbor"
    ],
    "properties": {
      "ip": {
        "type": "string",
        "description": "Address of the host.",
        "minLength": 1,
        "maxLength": 64
      },
      "name": {
        "type": "string",
        "description": "Name of the peer: letters, digits, hyphens.",
        "minLength": 1,
        "maxLength": 64
      },
      "asn": {
        "type": "integer",
        "description": "AS number of the peer.",
        "minimum": 1,
        "maximum": 4294967295
      },
      "neighbor": {
        "type": "string",
        "description": "Address of the peer.",
        "minLength": 1,
        "maxLength": 64
      }
    }
  },
  "Aarch64AdminBgpResult": {
    "type": "object",
    "required": [
      "meta",
      "data"
    ],
    "properties": {
      "meta": {
        "type": "object",
        "required": [
          "success",
          "message"
        ],
        "properties": {
          "success": {
            "const": true
          },
          "message": {
            "const": "Added BGP session"
          }
        },
        "additionalProperties": false
      },
      "data": {
        "type": "null"
      }
    },
    "additionalProperties": false
  },
  "Aarch64AdminHostParams": {
    "type": "object",
    "required": [
      "pop",
      "ip"
    ],
    "properties": {
      "pop": {
        "type": "string",
        "description": "Name of a PoP.",
        "minLength": 1,
        "maxLength": 200
      },
      "ip": {
        "type": "string",
        "description": "Address of the host.",
        "minLength": 1,
        "maxLength": 64
      },
      "port": {
        "type": "integer",
        "description": "Port of its API; 8443 unless given.",
        "minimum": 1,
        "maximum": 65535
      },
      "password": {
        "type": "string",
        "description": "Trust password or join token of the host.",
        "minLength": 1,
        "maxLength": 8192
      }
    }
  },
  "Aarch64AdminHostResult": {
    "type": "object",
    "required": [
      "meta",
      "data"
    ],
    "properties": {
      "meta": {
        "type": "object",
        "required": [
          "success",
          "message"
        ],
        "properties": {
          "success": {
            "const": true
          },
          "message": {
            "const": "Host added"
          }
        },
        "additionalProperties": false
      },
      "data": {
        "type": "null"
      }
    },
    "additionalProperties": false
  },
  "Aarch64AdminPopParams": {
    "type": "object",
    "required": [
      "name",
      "provider",
      "location",
      "peeringdb_id"
    ],
    "properties": {
      "name": {
        "type": "string",
        "description": "Short name: lower case letters, digits, dots, hyphens, underscores.",
        "minLength": 1,
        "maxLength": 63,
        "pattern": "^[a-z0-9][a-z0-9._-]{0,62}$"
      },
      "provider": {
        "type": "string",
        "description": "Who runs it.",
        "minLength": 1,
        "maxLength": 200
      },
      "location": {
        "type": "string",
        "description": "Where it is.",
        "minLength": 1,
        "maxLength": 200
      },
      "peeringdb_id": {
        "type": "integer",
        "description": "Number at PeeringDB.",
        "minimum": 0,
        "maximum": 9007199254740991
      }
    }
  },
  "Aarch64AdminPopResult": {
    "type": "object",
    "required": [
      "meta",
      "data"
    ],
    "properties": {
      "meta": {
        "type": "object",
        "required": [
          "success",
          "message"
        ],
        "properties": {
          "success": {
            "const": true
          },
          "message": {
            "const": "PoP added"
          }
        },
        "additionalProperties": false
      },
      "data": {
        "type": "null"
      }
    },
    "additionalProperties": false
  },
  "Aarch64AuthLoginParams": {
    "type": "object",
    "required": [
      "email",
      "password"
    ],
    "properties": {
      "email": {
        "type": [
          "string",
          "array"
        ],
        "description": "E-mail address; also as a list of one, as the Go client sends it.",
        "minLength": 1,
        "maxLength": 254,
        "minItems": 1,
        "maxItems": 1,
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 254
        }
      },
      "password": {
        "type": [
          "string",
          "array"
        ],
        "description": "Password, 12 to 256 characters; also as a list of one.",
        "minLength": 1,
        "maxLength": 1024,
        "minItems": 1,
        "maxItems": 1,
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1024
        }
      }
    }
  },
  "Aarch64AuthLoginResult": {
    "type": "object",
    "required": [
      "meta",
      "data"
    ],
    "properties": {
      "meta": {
        "type": "object",
        "required": [
          "success",
          "message"
        ],
        "properties": {
          "success": {
            "const": true
          },
          "message": {
            "const": "Authentication successful"
          }
        },
        "additionalProperties": false
      },
      "data": {
        "type": "object",
        "required": [
          "key"
        ],
        "properties": {
          "key": {
            "type": "string",
            "pattern": "^[0-9a-f]{48}$"
          }
        },
        "additionalProperties": false
      }
    },
    "additionalProperties": false
  },
  "Aarch64AuthLogoutParams": {
    "type": "object",
    "properties": {}
  },
  "Aarch64AuthLogoutResult": {
    "type": "object",
    "required": [
      "meta",
      "data"
    ],
    "properties": {
      "meta": {
        "type": "object",
        "required": [
          "success",
          "message"
        ],
        "properties": {
          "success": {
            "const": true
          },
          "message": {
            "const": "Logged out"
          }
        },
        "additionalProperties": false
      },
      "data": {
        "type": "null"
      }
    },
    "additionalProperties": false
  },
  "Aarch64AuthSignupParams": {
    "type": "object",
    "required": [
      "email",
      "password"
    ],
    "properties": {
      "email": {
        "type": [
          "string",
          "array"
        ],
        "description": "E-mail address; also as a list of one, as the Go client sends it.",
        "minLength": 1,
        "maxLength": 254,
        "minItems": 1,
        "maxItems": 1,
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 254
        }
      },
      "password": {
        "type": [
          "string",
          "array"
        ],
        "description": "Password, 12 to 256 characters; also as a list of one.",
        "minLength": 1,
        "maxLength": 1024,
        "minItems": 1,
        "maxItems": 1,
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1024
        }
      }
    }
  },
  "Aarch64AuthSignupResult": {
    "type": "object",
    "required": [
      "meta",
      "data"
    ],
    "properties": {
      "meta": {
        "type": "object",
        "required": [
          "success",
          "message"
        ],
        "properties": {
          "success": {
            "const": true
          },
          "message": {
            "const": "User created"
          }
        },
        "additionalProperties": false
      },
      "data": {
        "type": "null"
      }
    },
    "additionalProperties": false
  },
  "Aarch64AuthUserParams": {
    "type": "object",
    "properties": {}
  },
  "Aarch64AuthUserResult": {
    "type": "object",
    "required": [
      "meta",
      "data"
    ],
    "properties": {
      "meta": {
        "type": "object",
        "required": [
          "success",
          "message"
        ],
        "properties": {
          "success": {
            "const": true
          },
          "message": {
            "const": "Retrieved user info"
          }
        },
        "additionalProperties": false
      },
      "data": {
        "type": "object",
        "required": [
          "_id",
          "email",
          "key",
          "admin"
        ],
        "properties": {
          "_id": {
            "type": "string",
            "pattern": "^[0-9a-f]{24}$"
          },
          "email": {
            "type": "string"
          },
          "key": {
            "type": "string"
          },
          "admin": {
            "type": "boolean"
          }
        },
        "additionalProperties": false
      }
    },
    "additionalProperties": false
  },
  "Aarch64IntraPhonehomeParams": {
    "type": "object",
    "properties": {
      "token": {
        "type": "string",
        "description": "What the machine was given for this call.",
        "maxLength": 128
      }
    }
  },
  "Aarch64IntraPhonehomeResult": {
    "type": "object",
    "required": [
      "meta",
      "data"
    ],
    "properties": {
      "meta": {
        "type": "object",
        "required": [
          "success",
          "message"
        ],
        "properties": {
          "success": {
            "const": true
          },
          "message": {
            "const": "Phone home complete"
          }
        },
        "additionalProperties": false
      },
      "data": {
        "type": "null"
      }
    },
    "additionalProperties": false
  },
  "Aarch64ProjectAdduserParams": {
    "type": "object",
    "required": [
      "project",
      "email"
    ],
    "properties": {
      "project": {
        "type": "string",
        "description": "`_id` of the project.",
        "minLength": 1,
        "maxLength": 64
      },
      "email": {
        "type": "string",
        "description": "E-mail address.",
        "minLength": 1,
        "maxLength": 254
      }
    }
  },
  "Aarch64ProjectAdduserResult": {
    "type": "object",
    "required": [
      "meta",
      "data"
    ],
    "properties": {
      "meta": {
        "type": "object",
        "required": [
          "success",
          "message"
        ],
        "properties": {
          "success": {
            "const": true
          },
          "message": {
            "const": "User added to project"
          }
        },
        "additionalProperties": false
      },
      "data": {
        "type": "null"
      }
    },
    "additionalProperties": false
  },
  "Aarch64ProjectCreateParams": {
    "type": "object",
    "required": [
      "name"
    ],
    "properties": {
      "name": {
        "type": "string",
        "description": "Name, up to 100 characters.",
        "minLength": 1,
        "maxLength": 200
      }
    }
  },
  "Aarch64ProjectCreateResult": {
    "type": "object",
    "required": [
      "meta",
      "data"
    ],
    "properties": {
      "meta": {
        "type": "object",
        "required": [
          "success",
          "message"
        ],
        "properties": {
          "success": {
            "const": true
          },
          "message": {
            "const": "Project created"
          }
        },
        "additionalProperties": false
      },
      "data": {
        "type": "string",
        "pattern": "^[0-9a-f]{24}$"
      }
    },
    "additionalProperties": false
  },
  "Aarch64ProjectsListParams": {
    "type": "object",
    "properties": {}
  },
  "Aarch64ProjectsListResult": {
    "type": "object",
    "required": [
      "meta",
      "data"
    ],
    "properties": {
      "meta": {
        "type": "object",
        "required": [
          "success",
          "message"
        ],
        "properties": {
          "success": {
            "const": true
          },
          "message": {
            "const": "Retrieved project list"
          }
        },
        "additionalProperties": false
      },
      "data": {
        "type": "array",
        "items": {
          "type": "object",
          "required": [
            "_id",
            "name",
            "users",
            "vms"
          ],
          "properties": {
            "_id": {
              "type": "string",
              "pattern": "^[0-9a-f]{24}$"
            },
            "name": {
              "type": "string"
            },
            "users": {
              "type": "array",
              "items": {
                "type": "string"
              }
            },
            "vms": {
              "type": "array",
              "items": {
                "$ref": "#/$defs/Aarch64Vm"
              }
            }
          },
          "additionalProperties": false
        }
      }
    },
    "additionalProperties": false
  },
  "Aarch64SystemGetParams": {
    "type": "object",
    "properties": {}
  },
  "Aarch64SystemGetResult": {
    "type": "object",
    "required": [
      "meta",
      "data"
    ],
    "properties": {
      "meta": {
        "type": "object",
        "required": [
          "success",
          "message"
        ],
        "properties": {
          "success": {
            "const": true
          },
          "message": {
            "const": "Retrieved PoPs"
          }
        },
        "additionalProperties": false
      },
      "data": {
        "type": "object",
        "required": [
          "pops",
          "plans",
          "oses"
        ],
        "properties": {
          "pops": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "_id",
                "name",
                "provider",
                "location",
                "peeringdb_id"
              ],
              "properties": {
                "_id": {
                  "type": "string",
                  "pattern": "^[0-9a-f]{24}$"
                },
                "name": {
                  "type": "string"
                },
                "provider": {
                  "type": "string"
                },
                "location": {
                  "type": "string"
                },
                "peeringdb_id": {
                  "type": "integer",
                  "minimum": 0
                }
              },
              "additionalProperties": false
            }
          },
          "plans": {
            "type": "object",
            "additionalProperties": {
              "type": "object",
              "required": [
                "vcpus",
                "memory",
                "disk"
              ],
              "properties": {
                "vcpus": {
                  "type": "integer",
                  "minimum": 0
                },
                "memory": {
                  "type": "integer",
                  "minimum": 0
                },
                "disk": {
                  "type": "integer",
                  "minimum": 0
                }
              },
              "additionalProperties": false
            }
          },
          "oses": {
            "type": "object",
            "additionalProperties": {
              "type": "object",
              "required": [
                "version",
                "url"
              ],
              "properties": {
                "version": {
                  "type": "string"
                },
                "url": {
                  "type": "string"
                }
              },
              "additionalProperties": false
            }
          }
        },
        "additionalProperties": false
      }
    },
    "additionalProperties": false
  },
  "Aarch64Vm": {
    "type": "object",
    "required": [
      "_id",
      "hostname",
      "vcpus",
      "memory",
      "disk",
      "pop",
      "project",
      "host",
      "index",
      "os",
      "prefix",
      "gateway",
      "address",
      "password",
      "phoned_home",
      "state",
      "created"
    ],
    "properties": {
      "_id": {
        "type": "string",
        "pattern": "^[0-9a-f]{24}$"
      },
      "hostname": {
        "type": "string"
      },
      "vcpus": {
        "type": "integer",
        "minimum": 0
      },
      "memory": {
        "type": "integer",
        "minimum": 0
      },
      "disk": {
        "type": "integer",
        "minimum": 0
      },
      "pop": {
        "type": "string"
      },
      "project": {
        "type": "string",
        "pattern": "^[0-9a-f]{24}$"
      },
      "host": {
        "type": "integer",
        "minimum": 0
      },
      "index": {
        "type": "integer",
        "minimum": 0
      },
      "os": {
        "type": "string"
      },
      "prefix": {
        "type": "string"
      },
      "gateway": {
        "type": "string"
      },
      "address": {
        "type": "string"
      },
      "password": {
        "type": "string"
      },
      "phoned_home": {
        "type": "boolean"
      },
      "state": {
        "type": "string"
      },
      "created": {
        "type": "integer",
        "minimum": 0
      }
    },
    "additionalProperties": false,
    "description": "A virtual machine; `memory` and `disk` in GiB, `created` in ms since 1970."
  },
  "Aarch64VmsCreateParams": {
    "type": "object",
    "required": [
      "hostname",
      "pop",
      "project",
      "plan",
      "os"
    ],
    "properties": {
      "hostname": {
        "type": "string",
        "description": "Host name: labels of letters, digits, hyphens and underscores.",
        "minLength": 1,
        "maxLength": 253
      },
      "pop": {
        "type": "string",
        "description": "Name of a PoP.",
        "minLength": 1,
        "maxLength": 200
      },
      "project": {
        "type": "string",
        "description": "`_id` of a project.",
        "minLength": 1,
        "maxLength": 64
      },
      "plan": {
        "type": "string",
        "description": "Name of a plan.",
        "minLength": 1,
        "maxLength": 200
      },
      "os": {
        "type": "string",
        "description": "Name of a system.",
        "minLength": 1,
        "maxLength": 200
      }
    }
  },
  "Aarch64VmsCreateResult": {
    "type": "object",
    "required": [
      "meta",
      "data"
    ],
    "properties": {
      "meta": {
        "type": "object",
        "required": [
          "success",
          "message"
        ],
        "properties": {
          "success": {
            "const": true
          },
          "message": {
            "const": "VM created"
          }
        },
        "additionalProperties": false
      },
      "data": {
        "$ref": "#/$defs/Aarch64Vm"
      }
    },
    "additionalProperties": false
  },
  "Aarch64VmsDeleteParams": {
    "type": "object",
    "required": [
      "vm"
    ],
    "properties": {
      "vm": {
        "type": "string",
        "description": "`_id` of the machine.",
        "minLength": 1,
        "maxLength": 64
      }
    }
  },
  "Aarch64VmsDeleteResult": {
    "type": "object",
    "required": [
      "meta",
      "data"
    ],
    "properties": {
      "meta": {
        "type": "object",
        "required": [
          "success",
          "message"
        ],
        "properties": {
          "success": {
            "const": true
          },
          "message": {
            "const": "VM deleted"
          }
        },
        "additionalProperties": false
      },
      "data": {
        "type": "null"
      }
    },
    "additionalProperties": false
  },
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
  "AuditEntry": {
    "type": "object",
    "additionalProperties": false,
    "title": "AuditEntry",
    "description": "One row of the audit trail.",
    "required": [
      "at",
      "type",
      "method",
      "user_id",
      "token_id",
      "address",
      "via",
      "request_id",
      "params",
      "ok",
      "code",
      "labels",
      "details"
    ],
    "properties": {
      "at": {
        "type": "integer",
        "description": "When, ms."
      },
      "type": {
        "type": "string",
        "description": "`audit.call` for a call; else the event that is kept as long."
      },
      "method": {
        "type": "string",
        "description": "What was called; empty where nobody called."
      },
      "user_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Who called; null: nobody that is known."
      },
      "token_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "With which token."
      },
      "address": {
        "type": "string",
        "description": "From where; another's address is shown to administrators only."
      },
      "via": {
        "type": "string",
        "description": "Through which API."
      },
      "request_id": {
        "type": "string",
        "description": "Of the call, as its answer had it."
      },
      "params": {
        "type": "object",
        "additionalProperties": true,
        "description": "What was asked, secrets masked."
      },
      "ok": {
        "type": [
          "boolean",
          "null"
        ],
        "description": "Whether it went well; null where nobody called."
      },
      "code": {
        "type": "string",
        "description": "The error it answered, empty when it went well."
      },
      "labels": {
        "type": "object",
        "additionalProperties": false,
        "description": "What it was about.",
        "properties": {
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
          }
        }
      },
      "details": {
        "type": "object",
        "additionalProperties": true,
        "description": "What the method, or the event, adds."
      }
    }
  },
  "AuditListParams": {
    "type": "object",
    "properties": {
      "cursor": {
        "description": "`<epoch>.<number>` as an answer gave it, or a number.",
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
        "description": "The last one wanted, in the order asked for: as `cursor`.",
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
      "user_id": {
        "type": "integer",
        "description": "Only what this user did."
      },
      "filter": {
        "type": "object",
        "additionalProperties": false,
        "description": "What to show: values or lists of them.",
        "properties": {
          "method": {
            "anyOf": [
              {
                "type": "string",
                "maxLength": 64
              },
              {
                "type": "array",
                "items": {
                  "type": "string",
                  "maxLength": 64
                },
                "minItems": 1,
                "maxItems": 100
              }
            ]
          },
          "user_id": {
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
          "ok": {
            "type": "boolean"
          }
        }
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
        "default": "-id"
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
  "AuditListResult": {
    "type": "object",
    "required": [
      "data",
      "meta"
    ],
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
              "description": "Number in the log."
            },
            "type": {
              "const": "audit"
            },
            "attributes": {
              "$ref": "#/$defs/AuditEntry"
            }
          }
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    },
    "additionalProperties": false
  },
  "BgpSetEvent": {
    "type": "object",
    "required": [
      "bgp_name",
      "bgp_asn",
      "bgp_neighbor"
    ],
    "properties": {
      "bgp_name": {
        "type": "string"
      },
      "bgp_asn": {
        "type": "integer"
      },
      "bgp_neighbor": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "CatalogueImage": {
    "description": "An image in the catalogue of the image server.",
    "type": "object",
    "required": [
      "image_fingerprint",
      "image_instance_type",
      "image_architecture",
      "image_aliases",
      "image_size",
      "image_description",
      "image_os",
      "image_release",
      "image_variant",
      "image_serial",
      "product_id",
      "product_arch",
      "product_key",
      "product_version_serial"
    ],
    "properties": {
      "image_fingerprint": {
        "type": "string",
        "description": "SHA-256 of the image, hex: the same on every host that has a copy."
      },
      "image_instance_type": {
        "enum": [
          "container",
          "virtual-machine"
        ],
        "description": "What it makes."
      },
      "image_architecture": {
        "type": "string",
        "description": "Canonical name, such as x86_64."
      },
      "image_aliases": {
        "type": "array",
        "items": {
          "type": "string"
        },
        "description": "Names that lead to it."
      },
      "image_size": {
        "type": "integer",
        "description": "Bytes of all its files."
      },
      "image_description": {
        "type": "string",
        "description": "One line."
      },
      "image_os": {
        "type": "string",
        "description": "Operating system."
      },
      "image_release": {
        "type": "string",
        "description": "Its release."
      },
      "image_variant": {
        "type": "string",
        "description": "Its variant."
      },
      "image_serial": {
        "type": "string",
        "description": "Its build."
      },
      "product_id": {
        "type": "integer",
        "description": "Number of its product."
      },
      "product_arch": {
        "type": "string",
        "description": "Architecture as users spell it."
      },
      "product_key": {
        "type": "string",
        "description": "Key of its product."
      },
      "product_version_serial": {
        "type": "string",
        "description": "Serial of its version."
      }
    },
    "additionalProperties": false
  },
  "Certificate": {
    "description": "A certificate that a server trusts.",
    "type": "object",
    "required": [
      "provider",
      "certificate_name",
      "certificate_type",
      "certificate_fingerprint"
    ],
    "properties": {
      "provider": {
        "type": "string",
        "description": "`lxd`."
      },
      "certificate_name": {
        "type": "string",
        "description": "Name it was entered under."
      },
      "certificate_type": {
        "type": "string",
        "description": "client, server or metrics."
      },
      "certificate_fingerprint": {
        "type": "string",
        "description": "SHA-256, hex."
      }
    },
    "additionalProperties": false
  },
  "CertificateListParams": {
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
  "CertificateListResult": {
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
              "type": "integer"
            },
            "type": {
              "const": "certificate"
            },
            "attributes": {
              "$ref": "#/$defs/Certificate"
            }
          }
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    }
  },
  "CertificateRevokeParams": {
    "type": "object",
    "required": [
      "server_id",
      "certificate_fingerprint"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "certificate_fingerprint": {
        "type": "string",
        "description": "Fingerprint of the certificate: all of it, or 12 and more of its 64 hex digits.",
        "pattern": "^[0-9A-Fa-f]{12,64}$"
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
  "CertificateRevokedEvent": {
    "type": "object",
    "required": [
      "certificate_name",
      "certificate_fingerprint"
    ],
    "properties": {
      "certificate_name": {
        "type": "string"
      },
      "certificate_fingerprint": {
        "type": "string"
      }
    },
    "additionalProperties": false
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
      "traffic",
      "limits",
      "quotas",
      "ipam",
      "ports",
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
            "description": "Name the passkeys belong to; null: the host of public_url if it is a name, else localhost where we listen there."
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
      "traffic": {
        "type": "object",
        "description": "What instances send and receive.",
        "additionalProperties": false,
        "required": [
          "sample_seconds",
          "retention"
        ],
        "properties": {
          "sample_seconds": {
            "type": "integer",
            "minimum": 1,
            "maximum": 3600,
            "default": 60,
            "description": "How often the counters of running instances are read: seconds, or 1m.",
            "x-duration": true
          },
          "retention": {
            "type": "integer",
            "minimum": 3600,
            "default": 34560000,
            "description": "How long the hourly figures are kept: seconds, or 400d. Totals stay.",
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
          "upload_bytes",
          "header_bytes",
          "header_count",
          "json_depth",
          "json_keys",
          "batch_calls",
          "auth_failures_per_minute",
          "sockets_per_user",
          "sockets_unauthenticated",
          "panel_streams_per_address",
          "sessions_per_user",
          "sessions_per_instance",
          "session_bytes",
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
          "upload_bytes": {
            "type": "integer",
            "default": 34359738368,
            "description": "Largest file of an upload.",
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
          "sessions_per_user": {
            "type": "integer",
            "default": 16,
            "description": "Open sessions (commands and consoles) of one user.",
            "minimum": 1
          },
          "sessions_per_instance": {
            "type": "integer",
            "default": 16,
            "description": "Open sessions on one instance.",
            "minimum": 1
          },
          "session_bytes": {
            "type": "integer",
            "default": 1048576,
            "description": "Bytes of a session that one side has sent and the other has not taken; then its sender waits.",
            "minimum": 65536
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
      "ipam": {
        "type": "object",
        "description": "Addresses that are given out.",
        "additionalProperties": false,
        "required": [
          "host_prefix_length",
          "quarantine_seconds"
        ],
        "properties": {
          "host_prefix_length": {
            "type": "integer",
            "minimum": 16,
            "maximum": 63,
            "default": 48,
            "description": "Length of the block that a server gets out of a pool; each of its instances gets a /64 of it."
          },
          "quarantine_seconds": {
            "type": "integer",
            "minimum": 0,
            "default": 3600,
            "description": "How long a prefix rests before another instance gets it: seconds, or 1h.",
            "x-duration": true
          }
        }
      },
      "ports": {
        "type": "object",
        "description": "Ports of servers that lead into instances.",
        "additionalProperties": false,
        "required": [
          "range"
        ],
        "properties": {
          "range": {
            "type": "string",
            "pattern": "^[0-9]{1,5}-[0-9]{1,5}$",
            "default": "20000-29999",
            "description": "Ports that are given out where none is asked for by number."
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
            "description": "Where they call: a whole URL, or only an origin; null: the first plain listener beyond loopback, else public_url."
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
              "host",
              "ansible_user",
              "ansible_port",
              "ansible_key_file",
              "asn"
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
                "pattern": "^(/[A-Za-z0-9._~-]+)+$",
                "description": "Path it is served under."
              },
              "host": {
                "type": [
                  "string",
                  "null"
                ],
                "default": null,
                "pattern": "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$",
                "description": "Host name it has to itself; null: only the path."
              },
              "ansible_user": {
                "type": "string",
                "default": "root",
                "description": "User on hosts in the Ansible inventory."
              },
              "ansible_port": {
                "type": "integer",
                "default": 22,
                "minimum": 1,
                "maximum": 65535,
                "description": "SSH port of hosts in the inventory."
              },
              "ansible_key_file": {
                "type": "string",
                "default": "",
                "description": "File of the SSH key in the inventory, where Ansible runs; empty: ssh's own choice."
              },
              "asn": {
                "type": "integer",
                "default": 0,
                "minimum": 0,
                "maximum": 4294967295,
                "description": "AS number of hosts in the inventory that tell none of their own."
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
                "pattern": "^(/[A-Za-z0-9._~-]+)+$",
                "description": "Path it is served under."
              },
              "host": {
                "type": [
                  "string",
                  "null"
                ],
                "default": null,
                "pattern": "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$",
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
                "pattern": "^(/[A-Za-z0-9._~-]+)+$",
                "description": "Path it is served under."
              },
              "host": {
                "type": [
                  "string",
                  "null"
                ],
                "default": null,
                "pattern": "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$",
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
                "pattern": "^(/[A-Za-z0-9._~-]+)+$",
                "description": "Path it is served under."
              },
              "host": {
                "type": [
                  "string",
                  "null"
                ],
                "default": null,
                "pattern": "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$",
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
                "pattern": "^(/[A-Za-z0-9._~-]+)+$",
                "description": "Path it is served under."
              },
              "host": {
                "type": [
                  "string",
                  "null"
                ],
                "default": null,
                "pattern": "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$",
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
          "grace_hours",
          "keep_serials",
          "max_mb",
          "chunk_mb",
          "deltas",
          "gpg_key",
          "gpg_home"
        ],
        "properties": {
          "enabled": {
            "type": "boolean",
            "default": true,
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
            "description": "Hours a file stays after nothing names it: hosts keep a catalogue for one.",
            "minimum": 2
          },
          "keep_serials": {
            "type": [
              "integer",
              "null"
            ],
            "default": null,
            "description": "Newest versions of a product that may stay: those behind them go, however young; null: any number.",
            "minimum": 1
          },
          "max_mb": {
            "type": "integer",
            "default": 0,
            "description": "Most that all images and uploads may hold together, MiB; 0: no bound.",
            "minimum": 0
          },
          "chunk_mb": {
            "type": "integer",
            "default": 8,
            "description": "Largest chunk of an upload in chunks, MiB.",
            "minimum": 1,
            "maximum": 1024
          },
          "deltas": {
            "type": "boolean",
            "default": true,
            "description": "Whether newer versions are offered as deltas too, where the program xdelta3 is installed."
          },
          "gpg_key": {
            "type": "string",
            "default": "",
            "description": "Key that signs the catalogue (its id or fingerprint, without a passphrase); empty: unsigned.",
            "pattern": "^((0x)?[0-9A-Fa-f]{8,40})?$"
          },
          "gpg_home": {
            "type": "string",
            "default": "",
            "description": "Folder of gpg's keys; empty: gpg's own."
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
  "Credential": {
    "description": "A passkey of a user.",
    "type": "object",
    "required": [
      "key_name",
      "key_timeadd",
      "key_timeused"
    ],
    "additionalProperties": false,
    "properties": {
      "key_name": {
        "type": "string",
        "description": "Make of the authenticator, and the day it was added."
      },
      "key_timeadd": {
        "type": "integer",
        "description": "When it was added, Unix seconds."
      },
      "key_timeused": {
        "type": "integer",
        "description": "When it last opened a session, Unix seconds; 0: never."
      }
    }
  },
  "CredentialAddedEvent": {
    "type": "object",
    "required": [
      "key_id",
      "key_name"
    ],
    "additionalProperties": false,
    "properties": {
      "key_id": {
        "type": "integer"
      },
      "key_name": {
        "type": "string"
      }
    }
  },
  "CredentialCreation": {
    "description": "What a browser needs to make a passkey (`PublicKeyCredentialCreationOptions`); binary members are standard base64.",
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
          "type": {
            "const": "credential"
          },
          "attributes": {
            "type": "object",
            "required": [
              "publicKey"
            ],
            "additionalProperties": false,
            "properties": {
              "publicKey": {
                "type": "object",
                "required": [
                  "rp",
                  "user",
                  "challenge",
                  "pubKeyCredParams",
                  "timeout",
                  "attestation",
                  "excludeCredentials",
                  "authenticatorSelection"
                ],
                "additionalProperties": false,
                "properties": {
                  "rp": {
                    "type": "object",
                    "required": [
                      "id",
                      "name"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "id": {
                        "type": "string"
                      },
                      "name": {
                        "type": "string"
                      }
                    }
                  },
                  "user": {
                    "type": "object",
                    "required": [
                      "id",
                      "name",
                      "displayName"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "id": {
                        "type": "string",
                        "pattern": "^[A-Za-z0-9+/]+={0,2}$"
                      },
                      "name": {
                        "type": "string"
                      },
                      "displayName": {
                        "type": "string"
                      }
                    }
                  },
                  "challenge": {
                    "type": "string",
                    "pattern": "^[A-Za-z0-9+/]+={0,2}$"
                  },
                  "pubKeyCredParams": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "required": [
                        "type",
                        "alg"
                      ],
                      "additionalProperties": false,
                      "properties": {
                        "type": {
                          "const": "public-key"
                        },
                        "alg": {
                          "type": "integer"
                        }
                      }
                    }
                  },
                  "timeout": {
                    "type": "integer",
                    "description": "Milliseconds."
                  },
                  "attestation": {
                    "enum": [
                      "none",
                      "indirect",
                      "direct",
                      "enterprise"
                    ]
                  },
                  "excludeCredentials": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "required": [
                        "type",
                        "id"
                      ],
                      "additionalProperties": false,
                      "properties": {
                        "type": {
                          "const": "public-key"
                        },
                        "id": {
                          "type": "string",
                          "pattern": "^[A-Za-z0-9+/]+={0,2}$"
                        },
                        "transports": {
                          "type": "array",
                          "items": {
                            "type": "string"
                          }
                        }
                      }
                    }
                  },
                  "authenticatorSelection": {
                    "type": "object",
                    "required": [
                      "residentKey",
                      "requireResidentKey",
                      "userVerification"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "authenticatorAttachment": {
                        "enum": [
                          "platform",
                          "cross-platform"
                        ]
                      },
                      "residentKey": {
                        "const": "preferred"
                      },
                      "requireResidentKey": {
                        "const": false
                      },
                      "userVerification": {
                        "const": "required"
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  },
  "CredentialDeletedEvent": {
    "type": "object",
    "required": [
      "key_id",
      "key_name"
    ],
    "additionalProperties": false,
    "properties": {
      "key_id": {
        "type": "integer"
      },
      "key_name": {
        "type": "string"
      }
    }
  },
  "CredentialRefusedEvent": {
    "type": "object",
    "required": [
      "key_id",
      "key_name"
    ],
    "additionalProperties": false,
    "properties": {
      "key_id": {
        "type": "integer"
      },
      "key_name": {
        "type": "string"
      }
    }
  },
  "CredentialRequest": {
    "description": "What a browser needs to use a passkey (`PublicKeyCredentialRequestOptions`); binary members are standard base64.",
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
          "type": {
            "const": "credential"
          },
          "attributes": {
            "type": "object",
            "required": [
              "publicKey"
            ],
            "additionalProperties": false,
            "properties": {
              "publicKey": {
                "type": "object",
                "required": [
                  "challenge",
                  "timeout",
                  "rpId",
                  "allowCredentials",
                  "userVerification"
                ],
                "additionalProperties": false,
                "properties": {
                  "challenge": {
                    "type": "string",
                    "pattern": "^[A-Za-z0-9+/]+={0,2}$"
                  },
                  "timeout": {
                    "type": "integer",
                    "description": "Milliseconds."
                  },
                  "rpId": {
                    "type": "string"
                  },
                  "allowCredentials": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "required": [
                        "type",
                        "id"
                      ],
                      "additionalProperties": false,
                      "properties": {
                        "type": {
                          "const": "public-key"
                        },
                        "id": {
                          "type": "string",
                          "pattern": "^[A-Za-z0-9+/]+={0,2}$"
                        }
                      }
                    }
                  },
                  "userVerification": {
                    "const": "required"
                  }
                }
              }
            }
          }
        }
      }
    }
  },
  "CvmVpsListParams": {
    "type": "object",
    "properties": {}
  },
  "CvmVpsListResult": {
    "type": "object",
    "required": [
      "response"
    ],
    "additionalProperties": false,
    "properties": {
      "response": {
        "type": "object",
        "required": [
          "vpses"
        ],
        "additionalProperties": false,
        "properties": {
          "vpses": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "id",
                "node",
                "virtualization_type",
                "hostname",
                "guaranteed_ram",
                "disk_space",
                "cpu_count"
              ],
              "properties": {
                "id": {
                  "type": "string",
                  "pattern": "^[0-9]+$",
                  "description": "Number of the VPS."
                },
                "node": {
                  "type": "string",
                  "pattern": "^[0-9]+$",
                  "description": "Number of the server it is on."
                },
                "virtualization_type": {
                  "const": "1",
                  "description": "Always 1."
                },
                "hostname": {
                  "type": "string",
                  "description": "Its host name."
                },
                "guaranteed_ram": {
                  "type": "string",
                  "pattern": "^[0-9]+$",
                  "description": "MB of memory; 0 where none was set."
                },
                "burstable_ram": {
                  "type": "string",
                  "pattern": "^[0-9]+$",
                  "description": "MB of memory it may take for a while; only where its plan has it."
                },
                "disk_space": {
                  "type": "string",
                  "pattern": "^[0-9]+$",
                  "description": "MB of disk; 0 where none was set."
                },
                "cpu_count": {
                  "type": "string",
                  "pattern": "^[0-9]+$",
                  "description": "CPUs; 0 where none was set."
                },
                "traffic_limit": {
                  "type": "string",
                  "pattern": "^[0-9]+$",
                  "description": "Bytes in both directions; only where they are counted together."
                },
                "traffic_in_limit": {
                  "type": "string",
                  "pattern": "^[0-9]+$",
                  "description": "Bytes that may be received; 0 is no limit."
                },
                "traffic_out_limit": {
                  "type": "string",
                  "pattern": "^[0-9]+$",
                  "description": "Bytes that may be sent; 0 is no limit."
                },
                "traffic_used": {
                  "type": "string",
                  "pattern": "^[0-9]+$",
                  "description": "Bytes in both directions; only where they are counted together."
                },
                "traffic_in_used": {
                  "type": "string",
                  "pattern": "^[0-9]+$",
                  "description": "Bytes received."
                },
                "traffic_out_used": {
                  "type": "string",
                  "pattern": "^[0-9]+$",
                  "description": "Bytes sent."
                }
              },
              "anyOf": [
                {
                  "required": [
                    "traffic_limit",
                    "traffic_used"
                  ]
                },
                {
                  "required": [
                    "traffic_in_limit",
                    "traffic_out_limit",
                    "traffic_in_used",
                    "traffic_out_used"
                  ]
                }
              ]
            }
          }
        }
      }
    }
  },
  "CvmVpsRestartParams": {
    "type": "object",
    "properties": {}
  },
  "CvmVpsRestartResult": {
    "type": "object",
    "required": [
      "response"
    ],
    "additionalProperties": false,
    "properties": {
      "response": {
        "type": "object",
        "additionalProperties": false,
        "properties": {}
      }
    }
  },
  "CvmVpsStartParams": {
    "type": "object",
    "properties": {}
  },
  "CvmVpsStartResult": {
    "type": "object",
    "required": [
      "response"
    ],
    "additionalProperties": false,
    "properties": {
      "response": {
        "type": "object",
        "additionalProperties": false,
        "properties": {}
      }
    }
  },
  "CvmVpsStatusParams": {
    "type": "object",
    "properties": {}
  },
  "CvmVpsStatusResult": {
    "type": "object",
    "required": [
      "response"
    ],
    "additionalProperties": false,
    "properties": {
      "response": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ram_used",
          "disk_used",
          "status"
        ],
        "properties": {
          "traffic_used": {
            "type": "string",
            "pattern": "^[0-9]+$",
            "description": "Bytes in both directions; only where they are counted together."
          },
          "traffic_in_used": {
            "type": "string",
            "pattern": "^[0-9]+$",
            "description": "Bytes received."
          },
          "traffic_out_used": {
            "type": "string",
            "pattern": "^[0-9]+$",
            "description": "Bytes sent."
          },
          "ram_used": {
            "type": "string",
            "pattern": "^[0-9]+$",
            "description": "Bytes of memory in use."
          },
          "disk_used": {
            "type": "string",
            "pattern": "^[0-9]+$",
            "description": "Bytes of disk in use; 0 where the storage does not count them."
          },
          "status": {
            "enum": [
              "running",
              "stopped",
              "suspended",
              "terminated",
              "unknown"
            ],
            "description": "`unknown` while its server cannot be reached."
          }
        },
        "anyOf": [
          {
            "required": [
              "traffic_used"
            ]
          },
          {
            "required": [
              "traffic_in_used",
              "traffic_out_used"
            ]
          }
        ]
      }
    }
  },
  "CvmVpsStopParams": {
    "type": "object",
    "properties": {}
  },
  "CvmVpsStopResult": {
    "type": "object",
    "required": [
      "response"
    ],
    "additionalProperties": false,
    "properties": {
      "response": {
        "type": "object",
        "additionalProperties": false,
        "properties": {}
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
  "Image": {
    "description": "An image, on a server or on offer.",
    "type": "object",
    "required": [
      "provider",
      "image_fingerprint",
      "image_architecture",
      "image_instance_type",
      "image_description",
      "image_os",
      "image_release",
      "image_serial",
      "image_aliases",
      "image_size",
      "image_public",
      "image_cached",
      "image_created_at",
      "image_last_used_at",
      "image_expires_at"
    ],
    "properties": {
      "provider": {
        "type": "string",
        "description": "`lxd`."
      },
      "image_fingerprint": {
        "type": "string",
        "description": "SHA-256, hex."
      },
      "image_architecture": {
        "type": "string",
        "description": "Canonical name, such as x86_64."
      },
      "image_instance_type": {
        "enum": [
          "container",
          "virtual-machine"
        ],
        "description": "What it makes."
      },
      "image_description": {
        "type": "string",
        "description": "One line."
      },
      "image_os": {
        "type": "string",
        "description": "Operating system."
      },
      "image_release": {
        "type": "string",
        "description": "Its release."
      },
      "image_serial": {
        "type": "string",
        "description": "Its build."
      },
      "image_aliases": {
        "type": "array",
        "items": {
          "type": "string"
        },
        "description": "Names that lead to it."
      },
      "image_size": {
        "type": "integer",
        "description": "Bytes."
      },
      "image_public": {
        "type": "boolean",
        "description": "Served to everyone."
      },
      "image_cached": {
        "type": "boolean",
        "description": "Fetched by the server for an instance."
      },
      "image_created_at": {
        "type": "integer",
        "description": "Seconds since 1970, 0 when unknown."
      },
      "image_last_used_at": {
        "type": "integer",
        "description": "Seconds since 1970, 0 for never."
      },
      "image_expires_at": {
        "type": "integer",
        "description": "Seconds since 1970, 0 for never."
      }
    },
    "additionalProperties": false
  },
  "ImageDeleteParams": {
    "type": "object",
    "required": [
      "server_id",
      "image_fingerprint"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "image_fingerprint": {
        "type": "string",
        "description": "Fingerprint of the image: all of it, or 12 and more of its 64 hex digits.",
        "pattern": "^[0-9A-Fa-f]{12,64}$"
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
  "ImageDeletedEvent": {
    "type": "object",
    "required": [
      "image_fingerprint",
      "image_description"
    ],
    "properties": {
      "image_fingerprint": {
        "type": "string"
      },
      "image_description": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "ImageListParams": {
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
      "image_server_host": {
        "type": "string",
        "description": "URL of a simplestreams server; empty: the server itself.",
        "default": "",
        "maxLength": 1024
      },
      "image_architecture": {
        "type": "string",
        "description": "One architecture by any of its names (`x86_64`, `amd64`), or `all`; empty: those the server runs.",
        "default": "",
        "pattern": "^[a-z0-9_]{0,32}$"
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
  "ImageListResult": {
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
              "type": "integer"
            },
            "type": {
              "const": "image"
            },
            "attributes": {
              "$ref": "#/$defs/Image"
            }
          }
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    }
  },
  "ImagePublishedEvent": {
    "type": "object",
    "required": [
      "product_id",
      "product_key",
      "product_version_serial",
      "image_fingerprint",
      "image_instance_type"
    ],
    "properties": {
      "product_id": {
        "type": "integer"
      },
      "product_key": {
        "type": "string"
      },
      "product_version_serial": {
        "type": "string"
      },
      "image_fingerprint": {
        "type": "string"
      },
      "image_instance_type": {
        "enum": [
          "container",
          "virtual-machine"
        ]
      }
    },
    "additionalProperties": false
  },
  "ImageRetiredEvent": {
    "type": "object",
    "required": [
      "product_id",
      "product_key",
      "product_version_serial",
      "image_fingerprints"
    ],
    "properties": {
      "product_id": {
        "type": "integer"
      },
      "product_key": {
        "type": "string"
      },
      "product_version_serial": {
        "type": "string"
      },
      "image_fingerprints": {
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    },
    "additionalProperties": false
  },
  "ImageServer": {
    "description": "An image server on offer.",
    "type": "object",
    "required": [
      "provider",
      "image_server_host",
      "image_server_protocol"
    ],
    "properties": {
      "provider": {
        "type": "string",
        "description": "`lxd`."
      },
      "image_server_host": {
        "type": "string",
        "description": "URL."
      },
      "image_server_protocol": {
        "const": "simplestreams",
        "description": "How it is read."
      }
    },
    "additionalProperties": false
  },
  "ImageServerListParams": {
    "type": "object",
    "required": [],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server they are for.",
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
  "ImageServerListResult": {
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
              "type": "integer"
            },
            "type": {
              "const": "image"
            },
            "attributes": {
              "$ref": "#/$defs/ImageServer"
            }
          }
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    }
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
      "provider",
      "instance_hostname",
      "location_id",
      "plan_id",
      "os_id",
      "suspended_at",
      "phoned_home_at"
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
      },
      "instance_hostname": {
        "type": "string",
        "description": "Name that the outside knows it by."
      },
      "location_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Where its server stands; null: nowhere."
      },
      "plan_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Plan it was ordered as, where it was."
      },
      "os_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Operating system it was ordered with, where it was."
      },
      "suspended_at": {
        "type": [
          "integer",
          "null"
        ],
        "description": "ms; null: it is not suspended."
      },
      "phoned_home_at": {
        "type": [
          "integer",
          "null"
        ],
        "description": "ms; when its guest said that it is up, where it did."
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
  "InstanceConsoleParams": {
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
      "width": {
        "type": "integer",
        "minimum": 1,
        "maximum": 65535,
        "description": "Columns of the terminal; 80 unless given."
      },
      "height": {
        "type": "integer",
        "minimum": 1,
        "maximum": 65535,
        "description": "Rows of the terminal; 24 unless given."
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
  "InstanceConsoleResult": {
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
            "description": "The instance's number."
          },
          "type": {
            "const": "ticket"
          },
          "attributes": {
            "$ref": "#/$defs/Ticket"
          }
        }
      }
    }
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
      "instance_hostname",
      "location_id",
      "plan_id",
      "os_id",
      "suspended_at",
      "phoned_home_at",
      "instance_profiles",
      "instance_devices",
      "instance_config",
      "instance_memory",
      "instance_cpu",
      "instance_display_name",
      "instance_index"
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
      "instance_hostname": {
        "type": "string",
        "description": "Name that the outside knows it by."
      },
      "location_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Where its server stands; null: nowhere."
      },
      "plan_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Plan it was ordered as, where it was."
      },
      "os_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Operating system it was ordered with, where it was."
      },
      "suspended_at": {
        "type": [
          "integer",
          "null"
        ],
        "description": "ms; null: it is not suspended."
      },
      "phoned_home_at": {
        "type": [
          "integer",
          "null"
        ],
        "description": "ms; when its guest said that it is up, where it did."
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
      },
      "instance_display_name": {
        "type": "string",
        "description": "Name that need not be unique; empty without one."
      },
      "instance_index": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Number on its server of one that has a prefix of its own."
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
  "InstanceExecParams": {
    "type": "object",
    "required": [
      "command"
    ],
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
      "command": {
        "type": "array",
        "items": {
          "type": "string",
          "maxLength": 65536,
          "pattern": "^[^\\u0000]*$"
        },
        "minItems": 1,
        "maxItems": 256,
        "description": "Program and arguments."
      },
      "environment": {
        "type": "object",
        "additionalProperties": {
          "type": "string",
          "maxLength": 32768
        },
        "propertyNames": {
          "pattern": "^[A-Za-z_][A-Za-z0-9_]{0,127}$"
        },
        "maxProperties": 256,
        "description": "Variables; the audit trail keeps none of them."
      },
      "user": {
        "type": "integer",
        "minimum": 0,
        "maximum": 4294967294,
        "description": "Number of the user in the instance; 0 unless given."
      },
      "group": {
        "type": "integer",
        "minimum": 0,
        "maximum": 4294967294,
        "description": "Number of the group in the instance; 0 unless given."
      },
      "cwd": {
        "type": "string",
        "maxLength": 4096,
        "pattern": "^(/[^\\u0000]*)?$",
        "description": "Folder in the instance to start in; the user's home unless given."
      },
      "interactive": {
        "type": "boolean",
        "description": "With a terminal; without one (default) standard output and error stay apart."
      },
      "width": {
        "type": "integer",
        "minimum": 1,
        "maximum": 65535,
        "description": "Columns of the terminal; 80 unless given."
      },
      "height": {
        "type": "integer",
        "minimum": 1,
        "maximum": 65535,
        "description": "Rows of the terminal; 24 unless given."
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
  "InstanceExecResult": {
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
            "description": "The instance's number."
          },
          "type": {
            "const": "ticket"
          },
          "attributes": {
            "$ref": "#/$defs/Ticket"
          }
        }
      }
    }
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
  "InstanceFileGetParams": {
    "type": "object",
    "required": [
      "path"
    ],
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
      "path": {
        "type": "string",
        "description": "Absolute path inside the instance.",
        "minLength": 1,
        "maxLength": 4096,
        "pattern": "^/[^\\u0000]*$"
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
  "InstanceFileGetResult": {
    "type": "object",
    "required": [
      "data"
    ],
    "additionalProperties": false,
    "properties": {
      "data": {
        "anyOf": [
          {
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
                "const": "file"
              },
              "attributes": {
                "type": "object",
                "required": [
                  "file_name",
                  "file_type",
                  "file_target",
                  "file_mode",
                  "file_uid",
                  "file_gid"
                ],
                "additionalProperties": false,
                "properties": {
                  "file_name": {
                    "type": "string"
                  },
                  "file_type": {
                    "const": "symlink"
                  },
                  "file_target": {
                    "type": "string",
                    "description": "Where the link points to."
                  },
                  "file_mode": {
                    "type": "string",
                    "description": "Octal text of the permission bits."
                  },
                  "file_uid": {
                    "type": "integer"
                  },
                  "file_gid": {
                    "type": "integer"
                  }
                }
              }
            }
          },
          {
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
                  "type": "integer"
                },
                "type": {
                  "const": "file"
                },
                "attributes": {
                  "type": "object",
                  "required": [
                    "file_name"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "file_name": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          }
        ]
      },
      "meta": {
        "type": "object",
        "required": [
          "file_type",
          "file_mode",
          "file_uid",
          "file_gid"
        ],
        "additionalProperties": false,
        "properties": {
          "file_type": {
            "const": "directory"
          },
          "file_mode": {
            "type": "string",
            "description": "Octal text of the permission bits."
          },
          "file_uid": {
            "type": "integer"
          },
          "file_gid": {
            "type": "integer"
          }
        }
      }
    }
  },
  "InstanceFilePutParams": {
    "type": "object",
    "required": [
      "path",
      "file"
    ],
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
      "path": {
        "type": "string",
        "description": "Absolute path inside the instance.",
        "minLength": 1,
        "maxLength": 4096,
        "pattern": "^/[^\\u0000]*$"
      },
      "mode": {
        "type": "string",
        "description": "Octal text of the permission bits, such as `0644`.",
        "pattern": "^0?[0-7]{3}$"
      },
      "uid": {
        "type": "integer",
        "description": "Owner, as the instance counts.",
        "minimum": 0,
        "maximum": 4294967294
      },
      "gid": {
        "type": "integer",
        "description": "Group, as the instance counts.",
        "minimum": 0,
        "maximum": 4294967294
      },
      "file": {
        "$ref": "#/$defs/Upload"
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
  "InstanceFilePutResult": {
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
          "type": {
            "const": "file"
          },
          "attributes": {
            "type": "object",
            "required": [
              "response",
              "file_size",
              "file_sha256"
            ],
            "additionalProperties": false,
            "properties": {
              "response": {
                "const": true
              },
              "file_size": {
                "type": "integer",
                "description": "Bytes."
              },
              "file_sha256": {
                "type": "string",
                "description": "Hash of the bytes, hex."
              }
            }
          }
        }
      }
    }
  },
  "InstanceFileWrittenEvent": {
    "type": "object",
    "required": [
      "instance_name",
      "path",
      "size"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      },
      "path": {
        "type": "string"
      },
      "size": {
        "type": "integer",
        "description": "Bytes."
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
  "InstanceLogParams": {
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
      "log_name": {
        "type": "string",
        "description": "`console`, or one of `log_names`.",
        "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"
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
  "InstanceLogResult": {
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
            "const": "log"
          },
          "attributes": {
            "type": "object",
            "required": [
              "log_name",
              "log_text",
              "log_truncated",
              "log_names"
            ],
            "additionalProperties": false,
            "properties": {
              "log_name": {
                "type": "string"
              },
              "log_text": {
                "type": "string"
              },
              "log_truncated": {
                "type": "boolean",
                "description": "There was more before it."
              },
              "log_names": {
                "type": "array",
                "items": {
                  "type": "string"
                },
                "description": "Logs that can be asked for."
              }
            }
          }
        }
      }
    }
  },
  "InstancePhonedHomeEvent": {
    "type": "object",
    "required": [
      "instance_name",
      "instance_hostname"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      },
      "instance_hostname": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "InstanceRenameParams": {
    "type": "object",
    "required": [
      "instance_rename"
    ],
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
      "instance_rename": {
        "type": "string",
        "description": "New name: 1 to 63 letters, digits and hyphens, beginning with a letter and not ending with a hyphen.",
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
  "InstanceSuspendParams": {
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
  "InstanceSuspendedEvent": {
    "type": "object",
    "required": [
      "instance_name",
      "instance_resumes"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      },
      "instance_resumes": {
        "type": "boolean",
        "description": "It ran, and will be started when the suspension is lifted."
      }
    },
    "additionalProperties": false
  },
  "InstanceSuspensionKeptEvent": {
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
  "InstanceUnsuspendParams": {
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
  "InstanceUnsuspendedEvent": {
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
  "Location": {
    "description": "A location: a place where servers stand.",
    "type": "object",
    "required": [
      "location_id",
      "location_uuid",
      "location_code",
      "location_name",
      "location_provider",
      "location_text",
      "location_address",
      "location_features",
      "location_peeringdb_id",
      "location_created_at"
    ],
    "additionalProperties": false,
    "properties": {
      "location_id": {
        "type": "integer",
        "description": "Number."
      },
      "location_uuid": {
        "type": "string",
        "description": "Its id in other APIs."
      },
      "location_code": {
        "type": "string",
        "description": "Short unique name: lower case letters, digits, dots, hyphens, underscores."
      },
      "location_name": {
        "type": "string",
        "description": "What it is called; its code unless given."
      },
      "location_provider": {
        "type": "string",
        "description": "Who runs the place."
      },
      "location_text": {
        "type": "string",
        "description": "Where it is, in words: \"Dallas, TX\"."
      },
      "location_address": {
        "type": "object",
        "description": "Parts of its postal address.",
        "additionalProperties": {
          "type": "string",
          "maxLength": 1000
        }
      },
      "location_features": {
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100
        },
        "description": "What there is."
      },
      "location_peeringdb_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Its number in PeeringDB."
      },
      "location_created_at": {
        "type": "integer",
        "description": "ms."
      }
    }
  },
  "LocationAddParams": {
    "type": "object",
    "required": [
      "location_code"
    ],
    "properties": {
      "location_code": {
        "type": "string",
        "description": "Short unique name: lower case letters, digits, dots, hyphens, underscores.",
        "pattern": "^[a-z0-9][a-z0-9._-]{0,62}$",
        "maxLength": 63
      },
      "location_name": {
        "type": "string",
        "description": "What it is called; its code unless given.",
        "maxLength": 100,
        "default": ""
      },
      "location_provider": {
        "type": "string",
        "description": "Who runs the place.",
        "maxLength": 100,
        "default": ""
      },
      "location_text": {
        "type": "string",
        "description": "Where it is, in words: \"Dallas, TX\".",
        "maxLength": 200,
        "default": ""
      },
      "location_address": {
        "type": "object",
        "description": "Parts of its postal address.",
        "maxProperties": 20,
        "additionalProperties": {
          "type": "string",
          "maxLength": 1000
        },
        "default": {}
      },
      "location_features": {
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100
        },
        "maxItems": 50,
        "uniqueItems": true,
        "description": "What there is.",
        "default": []
      },
      "location_peeringdb_id": {
        "type": [
          "integer",
          "null"
        ],
        "minimum": 1,
        "maximum": 4294967295,
        "description": "Its number in PeeringDB.",
        "default": null
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
  "LocationAddResult": {
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
            "const": "location"
          },
          "attributes": {
            "$ref": "#/$defs/Location"
          }
        }
      }
    }
  },
  "LocationAddedEvent": {
    "type": "object",
    "required": [
      "location_id",
      "location_code"
    ],
    "properties": {
      "location_id": {
        "type": "integer"
      },
      "location_code": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "LocationDeleteParams": {
    "type": "object",
    "required": [
      "location_id"
    ],
    "properties": {
      "location_id": {
        "type": "integer",
        "description": "Number of the location.",
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
  "LocationDeletedEvent": {
    "type": "object",
    "required": [
      "location_id",
      "location_code"
    ],
    "properties": {
      "location_id": {
        "type": "integer"
      },
      "location_code": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "LocationListParams": {
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
  "LocationListResult": {
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
              "const": "location"
            },
            "attributes": {
              "$ref": "#/$defs/Location"
            }
          }
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    }
  },
  "LocationUpdateParams": {
    "type": "object",
    "required": [
      "location_id"
    ],
    "properties": {
      "location_id": {
        "type": "integer",
        "description": "Number of the location.",
        "minimum": 1
      },
      "location_code": {
        "type": "string",
        "description": "Short unique name: lower case letters, digits, dots, hyphens, underscores.",
        "pattern": "^[a-z0-9][a-z0-9._-]{0,62}$",
        "maxLength": 63
      },
      "location_name": {
        "type": "string",
        "description": "What it is called; its code unless given.",
        "maxLength": 100,
        "minLength": 1
      },
      "location_provider": {
        "type": "string",
        "description": "Who runs the place.",
        "maxLength": 100
      },
      "location_text": {
        "type": "string",
        "description": "Where it is, in words: \"Dallas, TX\".",
        "maxLength": 200
      },
      "location_address": {
        "type": "object",
        "description": "Parts of its postal address.",
        "maxProperties": 20,
        "additionalProperties": {
          "type": "string",
          "maxLength": 1000
        }
      },
      "location_features": {
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100
        },
        "maxItems": 50,
        "uniqueItems": true,
        "description": "What there is."
      },
      "location_peeringdb_id": {
        "type": [
          "integer",
          "null"
        ],
        "minimum": 1,
        "maximum": 4294967295,
        "description": "Its number in PeeringDB."
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
  "LocationUpdateResult": {
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
            "const": "location"
          },
          "attributes": {
            "$ref": "#/$defs/Location"
          }
        }
      }
    }
  },
  "LocationUpdatedEvent": {
    "type": "object",
    "required": [
      "location_id",
      "location_code"
    ],
    "properties": {
      "location_id": {
        "type": "integer"
      },
      "location_code": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "Member": {
    "description": "A member of a project.",
    "type": "object",
    "required": [
      "project_id",
      "user_id",
      "user_login",
      "user_email",
      "roles",
      "member_created_at"
    ],
    "additionalProperties": false,
    "properties": {
      "project_id": {
        "type": "integer",
        "description": "Number of the project."
      },
      "user_id": {
        "type": "integer",
        "description": "Number of the user."
      },
      "user_login": {
        "type": "string",
        "description": "Login name."
      },
      "user_email": {
        "type": "string",
        "description": "E-mail address; empty for whom it is not: who manages the project sees it, and the user."
      },
      "roles": {
        "type": "array",
        "items": {
          "type": "string",
          "enum": [
            "owner",
            "admin",
            "collaborator",
            "limited_collaborator",
            "billing"
          ]
        },
        "description": "What they allow adds up. `owner`: everything; `admin`: everything but its owners and its end; `collaborator`: everything with instances; `limited_collaborator`: power, console and logs; `billing`: only look."
      },
      "member_created_at": {
        "type": "integer",
        "description": "Since when, ms."
      }
    }
  },
  "MemberAddedEvent": {
    "type": "object",
    "required": [
      "user_id",
      "roles"
    ],
    "properties": {
      "user_id": {
        "type": "integer"
      },
      "roles": {
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    },
    "additionalProperties": false
  },
  "MemberRemovedEvent": {
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
  "MemberUpdatedEvent": {
    "type": "object",
    "required": [
      "user_id",
      "roles"
    ],
    "properties": {
      "user_id": {
        "type": "integer"
      },
      "roles": {
        "type": "array",
        "items": {
          "type": "string"
        }
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
  "Network": {
    "description": "A network of a server.",
    "type": "object",
    "required": [
      "provider",
      "network_name",
      "network_type",
      "network_addr",
      "network_managed",
      "network_config",
      "network_description",
      "network_used_by",
      "network_etag"
    ],
    "properties": {
      "provider": {
        "type": "string",
        "description": "`lxd`."
      },
      "network_name": {
        "type": "string",
        "description": "Name."
      },
      "network_type": {
        "type": "string",
        "description": "`bridge` for those instances are usually on; what the server does not manage is `physical`, `loopback` or the like."
      },
      "network_addr": {
        "type": "string",
        "description": "IPv4 address of the bridge with its prefix length, empty when it has none."
      },
      "network_managed": {
        "type": "boolean",
        "description": "Whether the server made it; only such can be changed."
      },
      "network_config": {
        "type": "object",
        "description": "Configuration as the server keeps it. All of it for administrators and the owner of the server; others see its addresses.",
        "additionalProperties": {
          "type": "string"
        }
      },
      "network_description": {
        "type": "string",
        "description": "Free text."
      },
      "network_used_by": {
        "type": "array",
        "description": "What uses it, by the server's URLs; for administrators and the owner of the server.",
        "items": {
          "type": "string"
        }
      },
      "network_etag": {
        "type": "string",
        "description": "What an update of it may carry; empty when it is not managed."
      }
    },
    "additionalProperties": false
  },
  "NetworkAck": {
    "description": "The network is as asked; `meta.etag` is what it is now.",
    "type": "object",
    "required": [
      "data",
      "meta"
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
            "const": "network"
          },
          "attributes": {
            "type": "object",
            "required": [
              "response",
              "network_name"
            ],
            "properties": {
              "response": {
                "const": true
              },
              "network_name": {
                "type": "string",
                "description": "Its name."
              }
            },
            "additionalProperties": false
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
            "type": "string",
            "description": "The `network_etag` after the change."
          }
        },
        "additionalProperties": false
      }
    },
    "additionalProperties": false
  },
  "NetworkAddParams": {
    "type": "object",
    "required": [
      "server_id",
      "network_name"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "network_name": {
        "type": "string",
        "description": "1 to 15 letters, digits and hyphens, not beginning with a hyphen.",
        "minLength": 1,
        "maxLength": 15
      },
      "network_type": {
        "type": "string",
        "description": "`bridge` unless given; others are for administrators.",
        "enum": [
          "bridge",
          "macvlan",
          "sriov",
          "ovn",
          "physical"
        ],
        "default": "bridge"
      },
      "network_config": {
        "type": "object",
        "description": "Keys as the server knows them.",
        "additionalProperties": {
          "type": "string",
          "maxLength": 16384
        }
      },
      "network_description": {
        "type": "string",
        "description": "Free text.",
        "maxLength": 1000
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
  "NetworkCreatedEvent": {
    "type": "object",
    "required": [
      "network_name"
    ],
    "properties": {
      "network_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "NetworkDeleteParams": {
    "type": "object",
    "required": [
      "server_id",
      "network_name"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "network_name": {
        "type": "string",
        "description": "1 to 15 letters, digits and hyphens, not beginning with a hyphen.",
        "minLength": 1,
        "maxLength": 15
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
  "NetworkDeletedEvent": {
    "type": "object",
    "required": [
      "network_name"
    ],
    "properties": {
      "network_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "NetworkListParams": {
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
  "NetworkListResult": {
    "type": "object",
    "required": [
      "data",
      "meta"
    ],
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
          "properties": {
            "id": {
              "type": "integer"
            },
            "type": {
              "const": "network"
            },
            "attributes": {
              "$ref": "#/$defs/Network"
            }
          },
          "additionalProperties": false
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    },
    "additionalProperties": false
  },
  "NetworkUpdateParams": {
    "type": "object",
    "required": [
      "server_id",
      "network_name"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "network_name": {
        "type": "string",
        "description": "1 to 15 letters, digits and hyphens, not beginning with a hyphen.",
        "minLength": 1,
        "maxLength": 15
      },
      "network_type": {
        "type": "string",
        "description": "The type it has.",
        "enum": [
          "bridge",
          "macvlan",
          "sriov",
          "ovn",
          "physical"
        ]
      },
      "network_config": {
        "type": "object",
        "description": "Keys to set; null removes one.",
        "additionalProperties": {
          "type": [
            "string",
            "null"
          ],
          "maxLength": 16384
        }
      },
      "network_description": {
        "type": "string",
        "description": "Free text.",
        "maxLength": 1000
      },
      "etag": {
        "type": "string",
        "description": "The `network_etag` or `meta.etag` the change was made from.",
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
  "NetworkUpdatedEvent": {
    "type": "object",
    "required": [
      "network_name"
    ],
    "properties": {
      "network_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
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
  "Os": {
    "description": "An operating system: an image with a name.",
    "type": "object",
    "required": [
      "os_id",
      "os_uuid",
      "os_slug",
      "os_name",
      "os_description",
      "os_distro",
      "os_version",
      "os_source_url",
      "os_image_alias",
      "os_image_server",
      "os_image_protocol",
      "os_instance_type",
      "os_default_env",
      "os_hidden"
    ],
    "additionalProperties": false,
    "properties": {
      "os_id": {
        "type": "integer",
        "description": "Number."
      },
      "os_uuid": {
        "type": "string",
        "description": "Its id in other APIs."
      },
      "os_slug": {
        "type": "string",
        "description": "Short unique name: lower case letters, digits, dots, hyphens, underscores."
      },
      "os_name": {
        "type": "string",
        "description": "What it is called; its slug unless given."
      },
      "os_description": {
        "type": "string",
        "description": "What it is."
      },
      "os_distro": {
        "type": "string",
        "description": "Distribution."
      },
      "os_version": {
        "type": "string",
        "description": "Version of it."
      },
      "os_source_url": {
        "type": "string",
        "description": "Where it comes from."
      },
      "os_image_alias": {
        "type": "string",
        "description": "Alias of its image."
      },
      "os_image_server": {
        "type": "string",
        "description": "Where the image is: empty for the server itself, `self` for our image server, or the https URL of another."
      },
      "os_image_protocol": {
        "type": "string",
        "enum": [
          "simplestreams",
          "lxd"
        ],
        "description": "What that image server speaks."
      },
      "os_instance_type": {
        "type": "string",
        "enum": [
          "container",
          "virtual-machine"
        ],
        "description": "What it makes."
      },
      "os_default_env": {
        "type": "object",
        "description": "Environment of its instances.",
        "additionalProperties": {
          "type": "string",
          "maxLength": 1000
        }
      },
      "os_hidden": {
        "type": "boolean",
        "description": "Shown to administrators only."
      }
    }
  },
  "OsAddParams": {
    "type": "object",
    "required": [
      "os_slug",
      "os_image_alias"
    ],
    "properties": {
      "os_slug": {
        "type": "string",
        "description": "Short unique name: lower case letters, digits, dots, hyphens, underscores.",
        "pattern": "^[a-z0-9][a-z0-9._-]{0,62}$",
        "maxLength": 63
      },
      "os_name": {
        "type": "string",
        "description": "What it is called; its slug unless given.",
        "maxLength": 100,
        "default": ""
      },
      "os_description": {
        "type": "string",
        "description": "What it is.",
        "maxLength": 1000,
        "default": ""
      },
      "os_distro": {
        "type": "string",
        "description": "Distribution.",
        "maxLength": 100,
        "default": ""
      },
      "os_version": {
        "type": "string",
        "description": "Version of it.",
        "maxLength": 100,
        "default": ""
      },
      "os_source_url": {
        "type": "string",
        "description": "Where it comes from.",
        "maxLength": 1000,
        "default": ""
      },
      "os_image_alias": {
        "type": "string",
        "description": "Alias of its image.",
        "maxLength": 200,
        "minLength": 1
      },
      "os_image_server": {
        "type": "string",
        "description": "Where the image is: empty for the server itself, `self` for our image server, or the https URL of another.",
        "maxLength": 500,
        "default": ""
      },
      "os_image_protocol": {
        "type": "string",
        "enum": [
          "simplestreams",
          "lxd"
        ],
        "description": "What that image server speaks.",
        "default": "simplestreams"
      },
      "os_instance_type": {
        "type": "string",
        "enum": [
          "container",
          "virtual-machine"
        ],
        "description": "What it makes.",
        "default": "container"
      },
      "os_default_env": {
        "type": "object",
        "description": "Environment of its instances.",
        "maxProperties": 100,
        "additionalProperties": {
          "type": "string",
          "maxLength": 1000
        },
        "default": {}
      },
      "os_hidden": {
        "type": "boolean",
        "description": "Shown to administrators only.",
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
  "OsAddResult": {
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
            "const": "os"
          },
          "attributes": {
            "$ref": "#/$defs/Os"
          }
        }
      }
    }
  },
  "OsAddedEvent": {
    "type": "object",
    "required": [
      "os_id",
      "os_slug"
    ],
    "properties": {
      "os_id": {
        "type": "integer"
      },
      "os_slug": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "OsDeleteParams": {
    "type": "object",
    "required": [
      "os_id"
    ],
    "properties": {
      "os_id": {
        "type": "integer",
        "description": "Number of the operating system.",
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
  "OsDeletedEvent": {
    "type": "object",
    "required": [
      "os_id",
      "os_slug"
    ],
    "properties": {
      "os_id": {
        "type": "integer"
      },
      "os_slug": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "OsListParams": {
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
  "OsListResult": {
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
              "const": "os"
            },
            "attributes": {
              "$ref": "#/$defs/Os"
            }
          }
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    }
  },
  "OsUpdateParams": {
    "type": "object",
    "required": [
      "os_id"
    ],
    "properties": {
      "os_id": {
        "type": "integer",
        "description": "Number of the operating system.",
        "minimum": 1
      },
      "os_slug": {
        "type": "string",
        "description": "Short unique name: lower case letters, digits, dots, hyphens, underscores.",
        "pattern": "^[a-z0-9][a-z0-9._-]{0,62}$",
        "maxLength": 63
      },
      "os_name": {
        "type": "string",
        "description": "What it is called; its slug unless given.",
        "maxLength": 100,
        "minLength": 1
      },
      "os_description": {
        "type": "string",
        "description": "What it is.",
        "maxLength": 1000
      },
      "os_distro": {
        "type": "string",
        "description": "Distribution.",
        "maxLength": 100
      },
      "os_version": {
        "type": "string",
        "description": "Version of it.",
        "maxLength": 100
      },
      "os_source_url": {
        "type": "string",
        "description": "Where it comes from.",
        "maxLength": 1000
      },
      "os_image_alias": {
        "type": "string",
        "description": "Alias of its image.",
        "maxLength": 200,
        "minLength": 1
      },
      "os_image_server": {
        "type": "string",
        "description": "Where the image is: empty for the server itself, `self` for our image server, or the https URL of another.",
        "maxLength": 500
      },
      "os_image_protocol": {
        "type": "string",
        "enum": [
          "simplestreams",
          "lxd"
        ],
        "description": "What that image server speaks."
      },
      "os_instance_type": {
        "type": "string",
        "enum": [
          "container",
          "virtual-machine"
        ],
        "description": "What it makes."
      },
      "os_default_env": {
        "type": "object",
        "description": "Environment of its instances.",
        "maxProperties": 100,
        "additionalProperties": {
          "type": "string",
          "maxLength": 1000
        }
      },
      "os_hidden": {
        "type": "boolean",
        "description": "Shown to administrators only."
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
  "OsUpdateResult": {
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
            "const": "os"
          },
          "attributes": {
            "$ref": "#/$defs/Os"
          }
        }
      }
    }
  },
  "OsUpdatedEvent": {
    "type": "object",
    "required": [
      "os_id",
      "os_slug"
    ],
    "properties": {
      "os_id": {
        "type": "integer"
      },
      "os_slug": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "PanelImagesListParams": {
    "type": "object",
    "properties": {}
  },
  "PanelImagesListResult": {
    "type": "array",
    "items": {
      "type": "object",
      "required": [
        "Id",
        "Name",
        "Image",
        "Description",
        "Author",
        "AuthorName",
        "Env",
        "Variables",
        "Scripts",
        "Meta"
      ],
      "additionalProperties": false,
      "properties": {
        "Id": {
          "type": "string",
          "description": "Id of the image."
        },
        "Name": {
          "type": "string",
          "description": "Name for people."
        },
        "Image": {
          "type": "string",
          "description": "The value to deploy with."
        },
        "Description": {
          "type": "string",
          "description": "Words about it."
        },
        "Author": {
          "type": "string",
          "description": "Empty."
        },
        "AuthorName": {
          "type": "string",
          "description": "Whose system it is."
        },
        "Env": {
          "type": "array",
          "items": {
            "type": "string"
          },
          "description": "Variables it brings, KEY=value."
        },
        "Variables": {
          "type": "object",
          "description": "Empty."
        },
        "Scripts": {
          "type": "object",
          "description": "Empty."
        },
        "Meta": {
          "type": "object",
          "description": "Version and type."
        }
      }
    }
  },
  "PanelInstancesDeleteParams": {
    "type": "object",
    "required": [
      "id"
    ],
    "properties": {
      "id": {
        "type": "string",
        "description": "Id of the instance.",
        "minLength": 1,
        "maxLength": 64
      }
    }
  },
  "PanelInstancesDeleteResult": {
    "type": "object",
    "required": [
      "Message"
    ],
    "additionalProperties": false,
    "properties": {
      "Message": {
        "type": "string",
        "description": "What was done."
      }
    }
  },
  "PanelInstancesDeployParams": {
    "type": "object",
    "required": [
      "image",
      "memory",
      "cpu",
      "ports",
      "nodeId",
      "name",
      "user",
      "primary"
    ],
    "properties": {
      "image": {
        "type": "string",
        "description": "Slug of an operating system, alias of an image on the node, or Id of an image.",
        "minLength": 1,
        "maxLength": 255
      },
      "memory": {
        "type": [
          "string",
          "integer"
        ],
        "description": "MiB.",
        "pattern": "^[0-9]{1,9}$",
        "minimum": 0,
        "maximum": 999999999
      },
      "cpu": {
        "type": [
          "string",
          "integer"
        ],
        "description": "CPUs.",
        "pattern": "^[0-9]{1,9}$",
        "minimum": 0,
        "maximum": 999999999
      },
      "ports": {
        "type": "string",
        "description": "Ports to map.",
        "minLength": 1,
        "maxLength": 4096
      },
      "nodeId": {
        "type": "string",
        "description": "Id of the node.",
        "minLength": 1,
        "maxLength": 64
      },
      "name": {
        "type": "string",
        "description": "Name for people; need not be unique.",
        "minLength": 1,
        "maxLength": 255
      },
      "user": {
        "type": "string",
        "description": "userId of the owner.",
        "minLength": 1,
        "maxLength": 64
      },
      "primary": {
        "type": [
          "string",
          "integer"
        ],
        "description": "The primary host port, or its pair.",
        "maxLength": 32,
        "minimum": 1,
        "maximum": 65535
      },
      "variables": {
        "type": [
          "object",
          "array",
          "string",
          "null"
        ],
        "description": "Variables: an object, a list of KEY=value, or either as JSON.",
        "maxLength": 32768
      }
    }
  },
  "PanelInstancesDeployResult": {
    "type": "object",
    "required": [
      "message",
      "volumeId",
      "state",
      "Id",
      "ContainerId",
      "VolumeId"
    ],
    "additionalProperties": false,
    "properties": {
      "message": {
        "type": "string",
        "description": "What is going on."
      },
      "volumeId": {
        "type": "string",
        "description": "The same as Id."
      },
      "state": {
        "const": "INSTALLING"
      },
      "Id": {
        "type": "string",
        "description": "UUID of the instance."
      },
      "ContainerId": {
        "type": "string",
        "description": "Its name on the node."
      },
      "VolumeId": {
        "type": "string",
        "description": "The same as Id."
      }
    }
  },
  "PanelInstancesGetParams": {
    "type": "object",
    "required": [
      "id"
    ],
    "properties": {
      "id": {
        "type": "string",
        "description": "Id of the instance.",
        "minLength": 1,
        "maxLength": 64
      }
    }
  },
  "PanelInstancesGetResult": {
    "type": "object",
    "required": [
      "Name",
      "Id",
      "Node",
      "User",
      "InternalState",
      "ContainerId",
      "VolumeId",
      "Memory",
      "Cpu",
      "Ports",
      "Primary",
      "Image",
      "Env",
      "suspended"
    ],
    "additionalProperties": false,
    "properties": {
      "Name": {
        "type": "string",
        "description": "Name for people."
      },
      "Id": {
        "type": "string",
        "description": "UUID."
      },
      "Node": {
        "anyOf": [
          {
            "type": "object",
            "required": [
              "id",
              "name",
              "tags",
              "ram",
              "disk",
              "processor",
              "address",
              "port",
              "status"
            ],
            "additionalProperties": false,
            "properties": {
              "id": {
                "type": "string",
                "description": "UUID of the node."
              },
              "name": {
                "type": "string",
                "description": "Its name."
              },
              "tags": {
                "type": "string",
                "description": "As registered."
              },
              "ram": {
                "type": "string",
                "description": "As registered."
              },
              "disk": {
                "type": "string",
                "description": "As registered."
              },
              "processor": {
                "type": "string",
                "description": "As registered."
              },
              "address": {
                "type": "string",
                "description": "Its address."
              },
              "port": {
                "type": "string",
                "description": "Its port."
              },
              "status": {
                "enum": [
                  "Online",
                  "Offline",
                  "Unconfigured"
                ],
                "description": "Whether it can be reached and trusts us."
              }
            }
          },
          {
            "type": "null"
          }
        ],
        "description": "Where it is."
      },
      "User": {
        "type": "string",
        "description": "userId of its owner; empty for what nobody ordered."
      },
      "InternalState": {
        "enum": [
          "INSTALLING",
          "READY",
          "FAILED"
        ],
        "description": "INSTALLING until it is made."
      },
      "ContainerId": {
        "type": "string",
        "description": "Name on its node."
      },
      "VolumeId": {
        "type": "string",
        "description": "The same as Id."
      },
      "Memory": {
        "type": "number",
        "description": "MiB."
      },
      "Cpu": {
        "type": "number",
        "description": "CPUs."
      },
      "Ports": {
        "type": "string",
        "description": "containerPort:hostPort, separated by commas."
      },
      "Primary": {
        "type": "string",
        "description": "The primary host port."
      },
      "Image": {
        "type": "string",
        "description": "What it was made of."
      },
      "Env": {
        "type": "array",
        "items": {
          "type": "string"
        },
        "description": "Its variables, KEY=value."
      },
      "suspended": {
        "type": "boolean",
        "description": "Stopped, and kept so."
      }
    }
  },
  "PanelInstancesListParams": {
    "type": "object",
    "properties": {}
  },
  "PanelInstancesListResult": {
    "type": "array",
    "items": {
      "type": "object",
      "required": [
        "Name",
        "Id",
        "Node",
        "User",
        "InternalState",
        "ContainerId",
        "VolumeId",
        "Memory",
        "Cpu",
        "Ports",
        "Primary",
        "Image",
        "Env",
        "suspended"
      ],
      "additionalProperties": false,
      "properties": {
        "Name": {
          "type": "string",
          "description": "Name for people."
        },
        "Id": {
          "type": "string",
          "description": "UUID."
        },
        "Node": {
          "anyOf": [
            {
              "type": "object",
              "required": [
                "id",
                "name",
                "tags",
                "ram",
                "disk",
                "processor",
                "address",
                "port",
                "status"
              ],
              "additionalProperties": false,
              "properties": {
                "id": {
                  "type": "string",
                  "description": "UUID of the node."
                },
                "name": {
                  "type": "string",
                  "description": "Its name."
                },
                "tags": {
                  "type": "string",
                  "description": "As registered."
                },
                "ram": {
                  "type": "string",
                  "description": "As registered."
                },
                "disk": {
                  "type": "string",
                  "description": "As registered."
                },
                "processor": {
                  "type": "string",
                  "description": "As registered."
                },
                "address": {
                  "type": "string",
                  "description": "Its address."
                },
                "port": {
                  "type": "string",
                  "description": "Its port."
                },
                "status": {
                  "enum": [
                    "Online",
                    "Offline",
                    "Unconfigured"
                  ],
                  "description": "Whether it can be reached and trusts us."
                }
              }
            },
            {
              "type": "null"
            }
          ],
          "description": "Where it is."
        },
        "User": {
          "type": "string",
          "description": "userId of its owner; empty for what nobody ordered."
        },
        "InternalState": {
          "enum": [
            "INSTALLING",
            "READY",
            "FAILED"
          ],
          "description": "INSTALLING until it is made."
        },
        "ContainerId": {
          "type": "string",
          "description": "Name on its node."
        },
        "VolumeId": {
          "type": "string",
          "description": "The same as Id."
        },
        "Memory": {
          "type": "number",
          "description": "MiB."
        },
        "Cpu": {
          "type": "number",
          "description": "CPUs."
        },
        "Ports": {
          "type": "string",
          "description": "containerPort:hostPort, separated by commas."
        },
        "Primary": {
          "type": "string",
          "description": "The primary host port."
        },
        "Image": {
          "type": "string",
          "description": "What it was made of."
        },
        "Env": {
          "type": "array",
          "items": {
            "type": "string"
          },
          "description": "Its variables, KEY=value."
        },
        "suspended": {
          "type": "boolean",
          "description": "Stopped, and kept so."
        }
      }
    }
  },
  "PanelInstancesOfUserParams": {
    "type": "object",
    "required": [
      "userId"
    ],
    "properties": {
      "userId": {
        "type": "string",
        "description": "Id of the user.",
        "minLength": 1,
        "maxLength": 64
      }
    }
  },
  "PanelInstancesOfUserResult": {
    "type": "array",
    "items": {
      "type": "object",
      "required": [
        "Name",
        "Id",
        "Node",
        "User",
        "InternalState",
        "ContainerId",
        "VolumeId",
        "Memory",
        "Cpu",
        "Ports",
        "Primary",
        "Image",
        "Env",
        "suspended"
      ],
      "additionalProperties": false,
      "properties": {
        "Name": {
          "type": "string",
          "description": "Name for people."
        },
        "Id": {
          "type": "string",
          "description": "UUID."
        },
        "Node": {
          "anyOf": [
            {
              "type": "object",
              "required": [
                "id",
                "name",
                "tags",
                "ram",
                "disk",
                "processor",
                "address",
                "port",
                "status"
              ],
              "additionalProperties": false,
              "properties": {
                "id": {
                  "type": "string",
                  "description": "UUID of the node."
                },
                "name": {
                  "type": "string",
                  "description": "Its name."
                },
                "tags": {
                  "type": "string",
                  "description": "As registered."
                },
                "ram": {
                  "type": "string",
                  "description": "As registered."
                },
                "disk": {
                  "type": "string",
                  "description": "As registered."
                },
                "processor": {
                  "type": "string",
                  "description": "As registered."
                },
                "address": {
                  "type": "string",
                  "description": "Its address."
                },
                "port": {
                  "type": "string",
                  "description": "Its port."
                },
                "status": {
                  "enum": [
                    "Online",
                    "Offline",
                    "Unconfigured"
                  ],
                  "description": "Whether it can be reached and trusts us."
                }
              }
            },
            {
              "type": "null"
            }
          ],
          "description": "Where it is."
        },
        "User": {
          "type": "string",
          "description": "userId of its owner; empty for what nobody ordered."
        },
        "InternalState": {
          "enum": [
            "INSTALLING",
            "READY",
            "FAILED"
          ],
          "description": "INSTALLING until it is made."
        },
        "ContainerId": {
          "type": "string",
          "description": "Name on its node."
        },
        "VolumeId": {
          "type": "string",
          "description": "The same as Id."
        },
        "Memory": {
          "type": "number",
          "description": "MiB."
        },
        "Cpu": {
          "type": "number",
          "description": "CPUs."
        },
        "Ports": {
          "type": "string",
          "description": "containerPort:hostPort, separated by commas."
        },
        "Primary": {
          "type": "string",
          "description": "The primary host port."
        },
        "Image": {
          "type": "string",
          "description": "What it was made of."
        },
        "Env": {
          "type": "array",
          "items": {
            "type": "string"
          },
          "description": "Its variables, KEY=value."
        },
        "suspended": {
          "type": "boolean",
          "description": "Stopped, and kept so."
        }
      }
    }
  },
  "PanelInstancesSuspendParams": {
    "type": "object",
    "properties": {
      "id": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 64,
        "description": "Id of the instance, as in the path."
      }
    }
  },
  "PanelInstancesSuspendResult": {
    "type": "object",
    "required": [
      "Name",
      "Id",
      "Node",
      "User",
      "InternalState",
      "ContainerId",
      "VolumeId",
      "Memory",
      "Cpu",
      "Ports",
      "Primary",
      "Image",
      "Env",
      "suspended",
      "success"
    ],
    "additionalProperties": false,
    "properties": {
      "Name": {
        "type": "string",
        "description": "Name for people."
      },
      "Id": {
        "type": "string",
        "description": "UUID."
      },
      "Node": {
        "anyOf": [
          {
            "type": "object",
            "required": [
              "id",
              "name",
              "tags",
              "ram",
              "disk",
              "processor",
              "address",
              "port",
              "status"
            ],
            "additionalProperties": false,
            "properties": {
              "id": {
                "type": "string",
                "description": "UUID of the node."
              },
              "name": {
                "type": "string",
                "description": "Its name."
              },
              "tags": {
                "type": "string",
                "description": "As registered."
              },
              "ram": {
                "type": "string",
                "description": "As registered."
              },
              "disk": {
                "type": "string",
                "description": "As registered."
              },
              "processor": {
                "type": "string",
                "description": "As registered."
              },
              "address": {
                "type": "string",
                "description": "Its address."
              },
              "port": {
                "type": "string",
                "description": "Its port."
              },
              "status": {
                "enum": [
                  "Online",
                  "Offline",
                  "Unconfigured"
                ],
                "description": "Whether it can be reached and trusts us."
              }
            }
          },
          {
            "type": "null"
          }
        ],
        "description": "Where it is."
      },
      "User": {
        "type": "string",
        "description": "userId of its owner; empty for what nobody ordered."
      },
      "InternalState": {
        "enum": [
          "INSTALLING",
          "READY",
          "FAILED"
        ],
        "description": "INSTALLING until it is made."
      },
      "ContainerId": {
        "type": "string",
        "description": "Name on its node."
      },
      "VolumeId": {
        "type": "string",
        "description": "The same as Id."
      },
      "Memory": {
        "type": "number",
        "description": "MiB."
      },
      "Cpu": {
        "type": "number",
        "description": "CPUs."
      },
      "Ports": {
        "type": "string",
        "description": "containerPort:hostPort, separated by commas."
      },
      "Primary": {
        "type": "string",
        "description": "The primary host port."
      },
      "Image": {
        "type": "string",
        "description": "What it was made of."
      },
      "Env": {
        "type": "array",
        "items": {
          "type": "string"
        },
        "description": "Its variables, KEY=value."
      },
      "suspended": {
        "type": "boolean",
        "description": "Stopped, and kept so."
      },
      "success": {
        "type": "string",
        "description": "What was done."
      }
    }
  },
  "PanelInstancesUnsuspendParams": {
    "type": "object",
    "properties": {
      "id": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 64,
        "description": "Id of the instance, as in the path."
      }
    }
  },
  "PanelInstancesUnsuspendResult": {
    "type": "object",
    "required": [
      "Name",
      "Id",
      "Node",
      "User",
      "InternalState",
      "ContainerId",
      "VolumeId",
      "Memory",
      "Cpu",
      "Ports",
      "Primary",
      "Image",
      "Env",
      "suspended",
      "success"
    ],
    "additionalProperties": false,
    "properties": {
      "Name": {
        "type": "string",
        "description": "Name for people."
      },
      "Id": {
        "type": "string",
        "description": "UUID."
      },
      "Node": {
        "anyOf": [
          {
            "type": "object",
            "required": [
              "id",
              "name",
              "tags",
              "ram",
              "disk",
              "processor",
              "address",
              "port",
              "status"
            ],
            "additionalProperties": false,
            "properties": {
              "id": {
                "type": "string",
                "description": "UUID of the node."
              },
              "name": {
                "type": "string",
                "description": "Its name."
              },
              "tags": {
                "type": "string",
                "description": "As registered."
              },
              "ram": {
                "type": "string",
                "description": "As registered."
              },
              "disk": {
                "type": "string",
                "description": "As registered."
              },
              "processor": {
                "type": "string",
                "description": "As registered."
              },
              "address": {
                "type": "string",
                "description": "Its address."
              },
              "port": {
                "type": "string",
                "description": "Its port."
              },
              "status": {
                "enum": [
                  "Online",
                  "Offline",
                  "Unconfigured"
                ],
                "description": "Whether it can be reached and trusts us."
              }
            }
          },
          {
            "type": "null"
          }
        ],
        "description": "Where it is."
      },
      "User": {
        "type": "string",
        "description": "userId of its owner; empty for what nobody ordered."
      },
      "InternalState": {
        "enum": [
          "INSTALLING",
          "READY",
          "FAILED"
        ],
        "description": "INSTALLING until it is made."
      },
      "ContainerId": {
        "type": "string",
        "description": "Name on its node."
      },
      "VolumeId": {
        "type": "string",
        "description": "The same as Id."
      },
      "Memory": {
        "type": "number",
        "description": "MiB."
      },
      "Cpu": {
        "type": "number",
        "description": "CPUs."
      },
      "Ports": {
        "type": "string",
        "description": "containerPort:hostPort, separated by commas."
      },
      "Primary": {
        "type": "string",
        "description": "The primary host port."
      },
      "Image": {
        "type": "string",
        "description": "What it was made of."
      },
      "Env": {
        "type": "array",
        "items": {
          "type": "string"
        },
        "description": "Its variables, KEY=value."
      },
      "suspended": {
        "type": "boolean",
        "description": "Stopped, and kept so."
      },
      "success": {
        "type": "string",
        "description": "What was done."
      }
    }
  },
  "PanelNodesCreateParams": {
    "type": "object",
    "required": [
      "name",
      "tags",
      "ram",
      "disk",
      "processor",
      "address",
      "port"
    ],
    "properties": {
      "name": {
        "type": "string",
        "description": "Name.",
        "minLength": 1,
        "maxLength": 200
      },
      "tags": {
        "type": "string",
        "description": "Words about it.",
        "minLength": 1,
        "maxLength": 200
      },
      "ram": {
        "type": "string",
        "description": "Memory, in words.",
        "minLength": 1,
        "maxLength": 200
      },
      "disk": {
        "type": "string",
        "description": "Disk, in words.",
        "minLength": 1,
        "maxLength": 200
      },
      "processor": {
        "type": "string",
        "description": "Processor, in words.",
        "minLength": 1,
        "maxLength": 200
      },
      "address": {
        "type": "string",
        "description": "Address: a name or an IP.",
        "minLength": 1,
        "maxLength": 255
      },
      "port": {
        "type": [
          "string",
          "integer"
        ],
        "description": "Port of its API.",
        "pattern": "^[0-9]{1,5}$",
        "minimum": 1,
        "maximum": 65535
      },
      "password": {
        "type": "string",
        "maxLength": 8192,
        "description": "Trust password or join token of the node."
      }
    }
  },
  "PanelNodesCreateResult": {
    "type": "object",
    "required": [
      "id",
      "name",
      "tags",
      "ram",
      "disk",
      "processor",
      "address",
      "port",
      "status",
      "Message"
    ],
    "additionalProperties": false,
    "properties": {
      "id": {
        "type": "string",
        "description": "UUID of the node."
      },
      "name": {
        "type": "string",
        "description": "Its name."
      },
      "tags": {
        "type": "string",
        "description": "As registered."
      },
      "ram": {
        "type": "string",
        "description": "As registered."
      },
      "disk": {
        "type": "string",
        "description": "As registered."
      },
      "processor": {
        "type": "string",
        "description": "As registered."
      },
      "address": {
        "type": "string",
        "description": "Its address."
      },
      "port": {
        "type": "string",
        "description": "Its port."
      },
      "status": {
        "enum": [
          "Online",
          "Offline",
          "Unconfigured"
        ],
        "description": "Whether it can be reached and trusts us."
      },
      "Message": {
        "type": "object",
        "required": [
          "id",
          "name",
          "tags",
          "ram",
          "disk",
          "processor",
          "address",
          "port",
          "status"
        ],
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "string",
            "description": "UUID of the node."
          },
          "name": {
            "type": "string",
            "description": "Its name."
          },
          "tags": {
            "type": "string",
            "description": "As registered."
          },
          "ram": {
            "type": "string",
            "description": "As registered."
          },
          "disk": {
            "type": "string",
            "description": "As registered."
          },
          "processor": {
            "type": "string",
            "description": "As registered."
          },
          "address": {
            "type": "string",
            "description": "Its address."
          },
          "port": {
            "type": "string",
            "description": "Its port."
          },
          "status": {
            "enum": [
              "Online",
              "Offline",
              "Unconfigured"
            ],
            "description": "Whether it can be reached and trusts us."
          }
        }
      }
    }
  },
  "PanelNodesDeleteParams": {
    "type": "object",
    "required": [
      "nodeId"
    ],
    "properties": {
      "nodeId": {
        "type": "string",
        "description": "Id of the node.",
        "minLength": 1,
        "maxLength": 64
      }
    }
  },
  "PanelNodesDeleteResult": {
    "type": "object",
    "required": [
      "Message"
    ],
    "additionalProperties": false,
    "properties": {
      "Message": {
        "type": "string",
        "description": "What was done."
      }
    }
  },
  "PanelNodesListParams": {
    "type": "object",
    "properties": {}
  },
  "PanelNodesListResult": {
    "type": "array",
    "items": {
      "type": "object",
      "required": [
        "id",
        "name",
        "tags",
        "ram",
        "disk",
        "processor",
        "address",
        "port",
        "status"
      ],
      "additionalProperties": false,
      "properties": {
        "id": {
          "type": "string",
          "description": "UUID of the node."
        },
        "name": {
          "type": "string",
          "description": "Its name."
        },
        "tags": {
          "type": "string",
          "description": "As registered."
        },
        "ram": {
          "type": "string",
          "description": "As registered."
        },
        "disk": {
          "type": "string",
          "description": "As registered."
        },
        "processor": {
          "type": "string",
          "description": "As registered."
        },
        "address": {
          "type": "string",
          "description": "Its address."
        },
        "port": {
          "type": "string",
          "description": "Its port."
        },
        "status": {
          "enum": [
            "Online",
            "Offline",
            "Unconfigured"
          ],
          "description": "Whether it can be reached and trusts us."
        }
      }
    }
  },
  "PanelUsersCreateParams": {
    "type": "object",
    "required": [
      "username",
      "email",
      "password"
    ],
    "properties": {
      "username": {
        "type": "string",
        "description": "3 to 64 letters, digits, dots, hyphens, underscores.",
        "minLength": 1,
        "maxLength": 64
      },
      "email": {
        "type": "string",
        "description": "E-mail address.",
        "minLength": 1,
        "maxLength": 254
      },
      "password": {
        "type": "string",
        "description": "12 to 256 characters.",
        "minLength": 1,
        "maxLength": 1024
      },
      "userId": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 64,
        "description": "Id of the user elsewhere; a UUID is made when left out."
      },
      "admin": {
        "type": [
          "boolean",
          "null"
        ],
        "description": "true makes an administrator."
      }
    }
  },
  "PanelUsersCreateResult": {
    "type": "object",
    "required": [
      "userId",
      "username",
      "email",
      "admin"
    ],
    "additionalProperties": false,
    "properties": {
      "userId": {
        "type": "string",
        "description": "The id given when it was made, else a UUID."
      },
      "username": {
        "type": "string",
        "description": "Login."
      },
      "email": {
        "type": "string",
        "description": "E-mail address."
      },
      "admin": {
        "type": "boolean",
        "description": "An administrator."
      }
    }
  },
  "PanelUsersFindParams": {
    "type": "object",
    "required": [
      "type",
      "value"
    ],
    "properties": {
      "type": {
        "type": "string",
        "enum": [
          "email",
          "username"
        ],
        "description": "What to look by."
      },
      "value": {
        "type": "string",
        "description": "The address or name.",
        "minLength": 1,
        "maxLength": 254
      }
    }
  },
  "PanelUsersFindResult": {
    "type": "object",
    "required": [
      "userId",
      "username",
      "email",
      "admin",
      "accessTo"
    ],
    "additionalProperties": false,
    "properties": {
      "userId": {
        "type": "string",
        "description": "The id given when it was made, else a UUID."
      },
      "username": {
        "type": "string",
        "description": "Login."
      },
      "email": {
        "type": "string",
        "description": "E-mail address."
      },
      "admin": {
        "type": "boolean",
        "description": "An administrator."
      },
      "accessTo": {
        "type": "array",
        "maxItems": 0,
        "description": "Always empty."
      }
    }
  },
  "PanelUsersListParams": {
    "type": "object",
    "properties": {}
  },
  "PanelUsersListResult": {
    "type": "array",
    "items": {
      "type": "object",
      "required": [
        "userId",
        "username",
        "email",
        "admin",
        "accessTo"
      ],
      "additionalProperties": false,
      "properties": {
        "userId": {
          "type": "string",
          "description": "The id given when it was made, else a UUID."
        },
        "username": {
          "type": "string",
          "description": "Login."
        },
        "email": {
          "type": "string",
          "description": "E-mail address."
        },
        "admin": {
          "type": "boolean",
          "description": "An administrator."
        },
        "accessTo": {
          "type": "array",
          "maxItems": 0,
          "description": "Always empty."
        }
      }
    }
  },
  "Plan": {
    "description": "A plan: a size with a name.",
    "type": "object",
    "required": [
      "plan_id",
      "plan_uuid",
      "plan_slug",
      "plan_name",
      "plan_description",
      "plan_line",
      "plan_class",
      "plan_vcpus",
      "plan_memory_mb",
      "plan_burst_memory_mb",
      "plan_disk_mb",
      "plan_traffic_in_limit",
      "plan_traffic_out_limit",
      "plan_traffic_total_limit",
      "plan_price_hour_micros",
      "plan_legacy",
      "plan_location_ids"
    ],
    "additionalProperties": false,
    "properties": {
      "plan_id": {
        "type": "integer",
        "description": "Number."
      },
      "plan_uuid": {
        "type": "string",
        "description": "Its id in other APIs."
      },
      "plan_slug": {
        "type": "string",
        "description": "Short unique name: lower case letters, digits, dots, hyphens, underscores."
      },
      "plan_name": {
        "type": "string",
        "description": "What it is called; its slug unless given."
      },
      "plan_description": {
        "type": "string",
        "description": "What it is for."
      },
      "plan_line": {
        "type": "string",
        "description": "Family of plans."
      },
      "plan_class": {
        "type": "string",
        "description": "Class within its line."
      },
      "plan_vcpus": {
        "type": "integer",
        "description": "CPUs."
      },
      "plan_memory_mb": {
        "type": "integer",
        "description": "Memory, MiB."
      },
      "plan_burst_memory_mb": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Memory it may take for a while, MiB; null: no more than its memory."
      },
      "plan_disk_mb": {
        "type": "integer",
        "description": "Disk, MiB."
      },
      "plan_traffic_in_limit": {
        "type": "integer",
        "description": "Incoming traffic, bytes; 0: any."
      },
      "plan_traffic_out_limit": {
        "type": "integer",
        "description": "Outgoing traffic, bytes; 0: any."
      },
      "plan_traffic_total_limit": {
        "type": "integer",
        "description": "Traffic of both directions, bytes; above 0 they are counted together."
      },
      "plan_price_hour_micros": {
        "type": "integer",
        "description": "Price of an hour, millionths."
      },
      "plan_legacy": {
        "type": "boolean",
        "description": "Not offered any more."
      },
      "plan_location_ids": {
        "type": "array",
        "items": {
          "type": "integer",
          "minimum": 1
        },
        "description": "Locations it is bound to; none: it is to be had everywhere."
      }
    }
  },
  "PlanAddParams": {
    "type": "object",
    "required": [
      "plan_slug",
      "plan_vcpus",
      "plan_memory_mb",
      "plan_disk_mb"
    ],
    "properties": {
      "plan_slug": {
        "type": "string",
        "description": "Short unique name: lower case letters, digits, dots, hyphens, underscores.",
        "pattern": "^[a-z0-9][a-z0-9._-]{0,62}$",
        "maxLength": 63
      },
      "plan_name": {
        "type": "string",
        "description": "What it is called; its slug unless given.",
        "maxLength": 100,
        "default": ""
      },
      "plan_description": {
        "type": "string",
        "description": "What it is for.",
        "maxLength": 1000,
        "default": ""
      },
      "plan_line": {
        "type": "string",
        "description": "Family of plans.",
        "maxLength": 100,
        "default": ""
      },
      "plan_class": {
        "type": "string",
        "description": "Class within its line.",
        "maxLength": 100,
        "default": ""
      },
      "plan_vcpus": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1024,
        "description": "CPUs."
      },
      "plan_memory_mb": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1073741824,
        "description": "Memory, MiB."
      },
      "plan_burst_memory_mb": {
        "type": [
          "integer",
          "null"
        ],
        "minimum": 1,
        "maximum": 1073741824,
        "description": "Memory it may take for a while, MiB; null: no more than its memory.",
        "default": null
      },
      "plan_disk_mb": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1099511627776,
        "description": "Disk, MiB."
      },
      "plan_traffic_in_limit": {
        "type": "integer",
        "minimum": 0,
        "maximum": 9007199254740991,
        "description": "Incoming traffic, bytes; 0: any.",
        "default": 0
      },
      "plan_traffic_out_limit": {
        "type": "integer",
        "minimum": 0,
        "maximum": 9007199254740991,
        "description": "Outgoing traffic, bytes; 0: any.",
        "default": 0
      },
      "plan_traffic_total_limit": {
        "type": "integer",
        "minimum": 0,
        "maximum": 9007199254740991,
        "description": "Traffic of both directions, bytes; above 0 they are counted together.",
        "default": 0
      },
      "plan_price_hour_micros": {
        "type": "integer",
        "minimum": 0,
        "maximum": 9007199254740991,
        "description": "Price of an hour, millionths.",
        "default": 0
      },
      "plan_legacy": {
        "type": "boolean",
        "description": "Not offered any more.",
        "default": false
      },
      "plan_location_ids": {
        "type": "array",
        "items": {
          "type": "integer",
          "minimum": 1
        },
        "maxItems": 1000,
        "uniqueItems": true,
        "description": "Locations it is bound to; none: it is to be had everywhere.",
        "default": []
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
  "PlanAddResult": {
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
            "const": "plan"
          },
          "attributes": {
            "$ref": "#/$defs/Plan"
          }
        }
      }
    }
  },
  "PlanAddedEvent": {
    "type": "object",
    "required": [
      "plan_id",
      "plan_slug"
    ],
    "properties": {
      "plan_id": {
        "type": "integer"
      },
      "plan_slug": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "PlanDeleteParams": {
    "type": "object",
    "required": [
      "plan_id"
    ],
    "properties": {
      "plan_id": {
        "type": "integer",
        "description": "Number of the plan.",
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
  "PlanDeletedEvent": {
    "type": "object",
    "required": [
      "plan_id",
      "plan_slug"
    ],
    "properties": {
      "plan_id": {
        "type": "integer"
      },
      "plan_slug": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "PlanListParams": {
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
  "PlanListResult": {
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
              "const": "plan"
            },
            "attributes": {
              "$ref": "#/$defs/Plan"
            }
          }
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    }
  },
  "PlanUpdateParams": {
    "type": "object",
    "required": [
      "plan_id"
    ],
    "properties": {
      "plan_id": {
        "type": "integer",
        "description": "Number of the plan.",
        "minimum": 1
      },
      "plan_slug": {
        "type": "string",
        "description": "Short unique name: lower case letters, digits, dots, hyphens, underscores.",
        "pattern": "^[a-z0-9][a-z0-9._-]{0,62}$",
        "maxLength": 63
      },
      "plan_name": {
        "type": "string",
        "description": "What it is called; its slug unless given.",
        "maxLength": 100,
        "minLength": 1
      },
      "plan_description": {
        "type": "string",
        "description": "What it is for.",
        "maxLength": 1000
      },
      "plan_line": {
        "type": "string",
        "description": "Family of plans.",
        "maxLength": 100
      },
      "plan_class": {
        "type": "string",
        "description": "Class within its line.",
        "maxLength": 100
      },
      "plan_vcpus": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1024,
        "description": "CPUs."
      },
      "plan_memory_mb": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1073741824,
        "description": "Memory, MiB."
      },
      "plan_burst_memory_mb": {
        "type": [
          "integer",
          "null"
        ],
        "minimum": 1,
        "maximum": 1073741824,
        "description": "Memory it may take for a while, MiB; null: no more than its memory."
      },
      "plan_disk_mb": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1099511627776,
        "description": "Disk, MiB."
      },
      "plan_traffic_in_limit": {
        "type": "integer",
        "minimum": 0,
        "maximum": 9007199254740991,
        "description": "Incoming traffic, bytes; 0: any."
      },
      "plan_traffic_out_limit": {
        "type": "integer",
        "minimum": 0,
        "maximum": 9007199254740991,
        "description": "Outgoing traffic, bytes; 0: any."
      },
      "plan_traffic_total_limit": {
        "type": "integer",
        "minimum": 0,
        "maximum": 9007199254740991,
        "description": "Traffic of both directions, bytes; above 0 they are counted together."
      },
      "plan_price_hour_micros": {
        "type": "integer",
        "minimum": 0,
        "maximum": 9007199254740991,
        "description": "Price of an hour, millionths."
      },
      "plan_legacy": {
        "type": "boolean",
        "description": "Not offered any more."
      },
      "plan_location_ids": {
        "type": "array",
        "items": {
          "type": "integer",
          "minimum": 1
        },
        "maxItems": 1000,
        "uniqueItems": true,
        "description": "Locations it is bound to; none: it is to be had everywhere."
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
  "PlanUpdateResult": {
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
            "const": "plan"
          },
          "attributes": {
            "$ref": "#/$defs/Plan"
          }
        }
      }
    }
  },
  "PlanUpdatedEvent": {
    "type": "object",
    "required": [
      "plan_id",
      "plan_slug"
    ],
    "properties": {
      "plan_id": {
        "type": "integer"
      },
      "plan_slug": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "Pool": {
    "description": "A storage pool of a server.",
    "type": "object",
    "required": [
      "provider",
      "pool_name",
      "pool_source",
      "pool_driver",
      "pool_status",
      "pool_space_total",
      "pool_space_used",
      "pool_inodes_total",
      "pool_inodes_used"
    ],
    "properties": {
      "provider": {
        "type": "string",
        "description": "`lxd`."
      },
      "pool_name": {
        "type": "string",
        "description": "Name."
      },
      "pool_source": {
        "type": "string",
        "description": "Where it is kept on the server."
      },
      "pool_driver": {
        "type": "string",
        "description": "`dir`, `zfs`, `btrfs`, ..."
      },
      "pool_status": {
        "type": "string",
        "description": "`Created` when all is well."
      },
      "pool_space_total": {
        "type": "integer",
        "minimum": 0,
        "description": "Bytes; 0 when the server has no figure."
      },
      "pool_space_used": {
        "type": "integer",
        "minimum": 0,
        "description": "Bytes."
      },
      "pool_inodes_total": {
        "type": "integer",
        "minimum": 0,
        "description": "0 when the server has no figure."
      },
      "pool_inodes_used": {
        "type": "integer",
        "minimum": 0,
        "description": "Inodes in use."
      }
    },
    "additionalProperties": false
  },
  "PoolListParams": {
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
  "PoolListResult": {
    "type": "object",
    "required": [
      "data",
      "meta"
    ],
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
          "properties": {
            "id": {
              "type": "integer"
            },
            "type": {
              "const": "pool"
            },
            "attributes": {
              "$ref": "#/$defs/Pool"
            }
          },
          "additionalProperties": false
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    },
    "additionalProperties": false
  },
  "Prefix": {
    "description": "A prefix: addresses that are given out, or were.",
    "type": "object",
    "required": [
      "prefix_id",
      "prefix_uuid",
      "prefix",
      "prefix_purpose",
      "prefix_public",
      "prefix_parent_id",
      "prefix_used",
      "prefix_released_at",
      "prefix_created_at",
      "location_id",
      "server_id",
      "project_id",
      "instance_id"
    ],
    "additionalProperties": false,
    "properties": {
      "prefix_id": {
        "type": "integer",
        "description": "Number."
      },
      "prefix_uuid": {
        "type": "string",
        "description": "Its id in other APIs."
      },
      "prefix": {
        "type": "string",
        "description": "The network with its length: \"2001:db8::/42\"."
      },
      "prefix_purpose": {
        "enum": [
          "pool",
          "host",
          "instance",
          "reservation"
        ],
        "description": "What blocks are taken from, the block of a server, the prefix of an instance, or one kept for a project."
      },
      "prefix_public": {
        "type": "boolean",
        "description": "Whether it is routed in the internet, by its range."
      },
      "prefix_parent_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "The prefix it is taken from; null: it stands alone."
      },
      "prefix_used": {
        "type": "integer",
        "description": "How many prefixes out of it are given out."
      },
      "prefix_released_at": {
        "type": [
          "integer",
          "null"
        ],
        "description": "When it was given back; it is given out again after a while (setting ipam.quarantine_seconds)."
      },
      "prefix_created_at": {
        "type": "integer",
        "description": "When it was added or given out, ms."
      },
      "location_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Of a pool: servers of this place only."
      },
      "server_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "The server whose it is, or whose instance's."
      },
      "project_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "The project whose it is."
      },
      "instance_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "The instance whose it is."
      }
    }
  },
  "PrefixAddParams": {
    "type": "object",
    "required": [
      "prefix",
      "prefix_purpose"
    ],
    "properties": {
      "prefix": {
        "type": "string",
        "description": "The network with its length: \"2001:db8::/42\".",
        "minLength": 3,
        "maxLength": 49
      },
      "prefix_purpose": {
        "type": "string",
        "enum": [
          "pool",
          "host",
          "reservation"
        ],
        "description": "What it is for."
      },
      "location_id": {
        "type": "integer",
        "minimum": 1,
        "description": "Of a pool: only servers of this place get blocks of it."
      },
      "server_id": {
        "type": "integer",
        "minimum": 1,
        "description": "The server that gets a `host` block."
      },
      "project_id": {
        "type": "integer",
        "minimum": 1,
        "description": "The project that gets a `reservation`."
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
  "PrefixAddResult": {
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
            "const": "prefix"
          },
          "attributes": {
            "$ref": "#/$defs/Prefix"
          }
        }
      }
    }
  },
  "PrefixAddedEvent": {
    "type": "object",
    "required": [
      "prefix_id",
      "prefix",
      "prefix_purpose"
    ],
    "properties": {
      "prefix_id": {
        "type": "integer"
      },
      "prefix": {
        "type": "string"
      },
      "prefix_purpose": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "PrefixDeleteParams": {
    "type": "object",
    "required": [
      "prefix_id"
    ],
    "properties": {
      "prefix_id": {
        "type": "integer",
        "minimum": 1,
        "description": "Number of the prefix."
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
  "PrefixDeletedEvent": {
    "type": "object",
    "required": [
      "prefix_id",
      "prefix",
      "prefix_purpose"
    ],
    "properties": {
      "prefix_id": {
        "type": "integer"
      },
      "prefix": {
        "type": "string"
      },
      "prefix_purpose": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "PrefixListParams": {
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
  "PrefixListResult": {
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
              "const": "prefix"
            },
            "attributes": {
              "$ref": "#/$defs/Prefix"
            }
          }
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    }
  },
  "Product": {
    "description": "A product of the image server.",
    "type": "object",
    "required": [
      "product_id",
      "product_key",
      "product_os",
      "product_release",
      "product_release_title",
      "product_arch",
      "product_variant",
      "product_aliases",
      "product_created_at",
      "product_keep_serials",
      "product_lifetime_days",
      "product_requirements",
      "product_support_eol",
      "product_versions"
    ],
    "properties": {
      "product_id": {
        "type": "integer",
        "description": "Number of the product."
      },
      "product_key": {
        "type": "string",
        "description": "Its key in the catalogue: `os:release:arch:variant`."
      },
      "product_os": {
        "type": "string",
        "description": "Operating system."
      },
      "product_release": {
        "type": "string",
        "description": "Its release."
      },
      "product_release_title": {
        "type": "string",
        "description": "The release as people call it."
      },
      "product_arch": {
        "type": "string",
        "description": "Architecture as users spell it, such as amd64."
      },
      "product_variant": {
        "type": "string",
        "description": "`default`, or what tells it from others of the same release."
      },
      "product_aliases": {
        "type": "array",
        "items": {
          "type": "string"
        },
        "description": "Names that lead to its newest version; each also with `/` and the architecture behind it."
      },
      "product_created_at": {
        "type": "integer",
        "description": "Seconds since 1970."
      },
      "product_keep_serials": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Newest versions that may stay: those behind them go, however young. Null: as configured."
      },
      "product_lifetime_days": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Days a version is kept after a newer one came; null: as configured."
      },
      "product_requirements": {
        "type": "object",
        "additionalProperties": {
          "type": "string"
        },
        "description": "What its images need of an instance, by name: `secureboot`."
      },
      "product_support_eol": {
        "type": "string",
        "description": "Last day of its support, YYYY-MM-DD; empty where nobody said."
      },
      "product_versions": {
        "type": "array",
        "description": "Versions in the catalogue, newest first.",
        "items": {
          "type": "object",
          "required": [
            "product_version_serial",
            "product_version_created_at",
            "product_version_images"
          ],
          "properties": {
            "product_version_serial": {
              "type": "string",
              "description": "Its serial."
            },
            "product_version_created_at": {
              "type": "integer",
              "description": "When it was complete, seconds since 1970."
            },
            "product_version_images": {
              "type": "array",
              "description": "What can be made of it.",
              "items": {
                "type": "object",
                "required": [
                  "image_fingerprint",
                  "image_instance_type"
                ],
                "properties": {
                  "image_fingerprint": {
                    "type": "string",
                    "description": "SHA-256, hex."
                  },
                  "image_instance_type": {
                    "enum": [
                      "container",
                      "virtual-machine"
                    ],
                    "description": "What it makes."
                  }
                },
                "additionalProperties": false
              }
            }
          },
          "additionalProperties": false
        }
      }
    },
    "additionalProperties": false
  },
  "ProductAddedEvent": {
    "type": "object",
    "required": [
      "product_id",
      "product_key"
    ],
    "properties": {
      "product_id": {
        "type": "integer"
      },
      "product_key": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "ProductDeletedEvent": {
    "type": "object",
    "required": [
      "product_id",
      "product_key"
    ],
    "properties": {
      "product_id": {
        "type": "integer"
      },
      "product_key": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "Profile": {
    "description": "A profile of a server.",
    "type": "object",
    "required": [
      "provider",
      "profile_name",
      "profile_body",
      "profile_etag"
    ],
    "properties": {
      "provider": {
        "type": "string",
        "description": "`lxd`."
      },
      "profile_name": {
        "type": "string",
        "description": "Name."
      },
      "profile_body": {
        "type": "string",
        "description": "YAML: config, description, devices, name, used_by."
      },
      "profile_etag": {
        "type": "string",
        "description": "What an update of it may carry."
      }
    },
    "additionalProperties": false
  },
  "ProfileAck": {
    "description": "The profile is as asked; `meta.etag` is what it is now.",
    "type": "object",
    "required": [
      "data",
      "meta"
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
          "type": {
            "const": "profile"
          },
          "attributes": {
            "type": "object",
            "required": [
              "response",
              "profile_name"
            ],
            "additionalProperties": false,
            "properties": {
              "response": {
                "const": true
              },
              "profile_name": {
                "type": "string",
                "description": "Its name now."
              }
            }
          }
        }
      },
      "meta": {
        "type": "object",
        "required": [
          "etag"
        ],
        "additionalProperties": false,
        "properties": {
          "etag": {
            "type": "string",
            "description": "The `profile_etag` after the change."
          }
        }
      }
    }
  },
  "ProfileAddParams": {
    "type": "object",
    "required": [
      "server_id",
      "profile_name",
      "profile_body"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "profile_name": {
        "type": "string",
        "description": "1 to 63 letters, digits, dots, underscores and hyphens.",
        "minLength": 1,
        "maxLength": 63
      },
      "profile_body": {
        "type": "string",
        "description": "YAML with config, description and devices (at most 64 KiB); `name` and `used_by` in it mean nothing.",
        "maxLength": 65536
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
  "ProfileCreatedEvent": {
    "type": "object",
    "required": [
      "profile_name"
    ],
    "properties": {
      "profile_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "ProfileDeleteParams": {
    "type": "object",
    "required": [
      "server_id",
      "profile_name"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "profile_name": {
        "type": "string",
        "description": "Name of the profile.",
        "minLength": 1,
        "maxLength": 255
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
  "ProfileDeletedEvent": {
    "type": "object",
    "required": [
      "profile_name"
    ],
    "properties": {
      "profile_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "ProfileListParams": {
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
  "ProfileListResult": {
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
              "type": "integer"
            },
            "type": {
              "const": "profile"
            },
            "attributes": {
              "$ref": "#/$defs/Profile"
            }
          }
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    }
  },
  "ProfileRenamedEvent": {
    "type": "object",
    "required": [
      "profile_name",
      "profile_old_name"
    ],
    "properties": {
      "profile_name": {
        "type": "string"
      },
      "profile_old_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "ProfileUpdateParams": {
    "type": "object",
    "required": [
      "server_id",
      "profile_name",
      "profile_body"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "profile_name": {
        "type": "string",
        "description": "Name of the profile.",
        "minLength": 1,
        "maxLength": 255
      },
      "profile_body": {
        "type": "string",
        "description": "YAML with config, description and devices (at most 64 KiB); `name` and `used_by` in it mean nothing. What it does not hold is removed.",
        "maxLength": 65536
      },
      "profile_rename": {
        "type": "string",
        "description": "New name: 1 to 63 letters, digits, dots, underscores and hyphens.",
        "minLength": 1,
        "maxLength": 63
      },
      "etag": {
        "type": "string",
        "description": "The `profile_etag` or `meta.etag` the text was made from.",
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
  "ProfileUpdatedEvent": {
    "type": "object",
    "required": [
      "profile_name"
    ],
    "properties": {
      "profile_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "Project": {
    "description": "A project, as one of its members sees it.",
    "type": "object",
    "required": [
      "project_id",
      "project_name",
      "project_uuid",
      "project_personal",
      "user_id",
      "project_created_at",
      "project_updated_at"
    ],
    "additionalProperties": false,
    "properties": {
      "project_id": {
        "type": "integer",
        "description": "Number."
      },
      "project_name": {
        "type": "string",
        "description": "What it is called."
      },
      "project_uuid": {
        "type": "string",
        "description": "Its id in other APIs."
      },
      "project_personal": {
        "type": "boolean",
        "description": "Made with its user's account, and goes with it."
      },
      "user_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Who made it; its quota counts, unless the project has its own."
      },
      "project_created_at": {
        "type": "integer",
        "description": "ms."
      },
      "project_updated_at": {
        "type": "integer",
        "description": "ms."
      }
    }
  },
  "ProjectAddParams": {
    "type": "object",
    "required": [
      "project_name"
    ],
    "properties": {
      "project_name": {
        "type": "string",
        "description": "What to call it: 1 to 100 characters.",
        "maxLength": 400
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
  "ProjectAddResult": {
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
            "const": "project"
          },
          "attributes": {
            "$ref": "#/$defs/Project"
          }
        }
      }
    }
  },
  "ProjectCreatedEvent": {
    "type": "object",
    "required": [
      "project_name"
    ],
    "properties": {
      "project_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "ProjectDeleteParams": {
    "type": "object",
    "required": [
      "project_id"
    ],
    "properties": {
      "project_id": {
        "type": "integer",
        "description": "Number of the project.",
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
  "ProjectDeletedEvent": {
    "type": "object",
    "required": [
      "project_name"
    ],
    "properties": {
      "project_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "ProjectGetParams": {
    "type": "object",
    "required": [
      "project_id"
    ],
    "properties": {
      "project_id": {
        "type": "integer",
        "description": "Number of the project.",
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
  "ProjectGetResult": {
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
            "const": "project"
          },
          "attributes": {
            "$ref": "#/$defs/Project"
          }
        }
      }
    }
  },
  "ProjectListParams": {
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
  "ProjectListResult": {
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
              "const": "project"
            },
            "attributes": {
              "$ref": "#/$defs/Project"
            }
          }
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    }
  },
  "ProjectMemberAddParams": {
    "type": "object",
    "required": [
      "project_id",
      "roles"
    ],
    "properties": {
      "project_id": {
        "type": "integer",
        "description": "Number of the project.",
        "minimum": 1
      },
      "user_id": {
        "type": "integer",
        "description": "Number of the user.",
        "minimum": 1
      },
      "user_email": {
        "type": "string",
        "description": "E-mail address, instead of the number.",
        "maxLength": 320
      },
      "roles": {
        "type": "array",
        "items": {
          "type": "string",
          "enum": [
            "owner",
            "admin",
            "collaborator",
            "limited_collaborator",
            "billing"
          ]
        },
        "description": "What they allow adds up. `owner`: everything; `admin`: everything but its owners and its end; `collaborator`: everything with instances; `limited_collaborator`: power, console and logs; `billing`: only look.",
        "minItems": 1,
        "maxItems": 5,
        "uniqueItems": true
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
  "ProjectMemberListParams": {
    "type": "object",
    "required": [
      "project_id"
    ],
    "properties": {
      "project_id": {
        "type": "integer",
        "description": "Number of the project.",
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
  "ProjectMemberListResult": {
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
              "const": "member"
            },
            "attributes": {
              "$ref": "#/$defs/Member"
            }
          }
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    }
  },
  "ProjectMemberRemoveParams": {
    "type": "object",
    "required": [
      "project_id"
    ],
    "properties": {
      "project_id": {
        "type": "integer",
        "description": "Number of the project.",
        "minimum": 1
      },
      "user_id": {
        "type": "integer",
        "description": "Number of the user.",
        "minimum": 1
      },
      "user_email": {
        "type": "string",
        "description": "E-mail address, instead of the number.",
        "maxLength": 320
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
  "ProjectMemberUpdateParams": {
    "type": "object",
    "required": [
      "project_id",
      "roles"
    ],
    "properties": {
      "project_id": {
        "type": "integer",
        "description": "Number of the project.",
        "minimum": 1
      },
      "user_id": {
        "type": "integer",
        "description": "Number of the user.",
        "minimum": 1
      },
      "user_email": {
        "type": "string",
        "description": "E-mail address, instead of the number.",
        "maxLength": 320
      },
      "roles": {
        "type": "array",
        "items": {
          "type": "string",
          "enum": [
            "owner",
            "admin",
            "collaborator",
            "limited_collaborator",
            "billing"
          ]
        },
        "description": "What they allow adds up. `owner`: everything; `admin`: everything but its owners and its end; `collaborator`: everything with instances; `limited_collaborator`: power, console and logs; `billing`: only look.",
        "minItems": 1,
        "maxItems": 5,
        "uniqueItems": true
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
  "ProjectUpdateParams": {
    "type": "object",
    "required": [
      "project_id",
      "project_name"
    ],
    "properties": {
      "project_id": {
        "type": "integer",
        "description": "Number of the project.",
        "minimum": 1
      },
      "project_name": {
        "type": "string",
        "description": "What to call it: 1 to 100 characters.",
        "maxLength": 400
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
  "ProjectUpdateResult": {
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
            "const": "project"
          },
          "attributes": {
            "$ref": "#/$defs/Project"
          }
        }
      }
    }
  },
  "ProjectUpdatedEvent": {
    "type": "object",
    "required": [
      "project_name"
    ],
    "properties": {
      "project_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "Quota": {
    "description": "The bound of one resource.",
    "type": "object",
    "required": [
      "quota_resource",
      "quota_maximum",
      "quota_source",
      "quota_used"
    ],
    "additionalProperties": false,
    "properties": {
      "user_id": {
        "type": "integer",
        "description": "Whose it is, where it is a user's."
      },
      "project_id": {
        "type": "integer",
        "description": "Whose it is, where it is a project's."
      },
      "quota_resource": {
        "type": "string",
        "enum": [
          "instances",
          "vcpus",
          "memory_mb",
          "disk_mb",
          "volumes",
          "addresses",
          "image_mb"
        ],
        "description": "What is bound."
      },
      "quota_maximum": {
        "type": [
          "integer",
          "null"
        ],
        "description": "What holds; null: no bound."
      },
      "quota_source": {
        "type": "string",
        "enum": [
          "project",
          "user",
          "default"
        ],
        "description": "Set for the project, for the user who made it, or as configured."
      },
      "quota_used": {
        "type": [
          "integer",
          "null"
        ],
        "description": "How much of it is used; null for what is not counted."
      }
    }
  },
  "QuotaChangedEvent": {
    "type": "object",
    "required": [
      "quota_resource",
      "quota_maximum"
    ],
    "properties": {
      "user_id": {
        "type": "integer"
      },
      "project_id": {
        "type": "integer"
      },
      "quota_resource": {
        "type": "string"
      },
      "quota_maximum": {
        "type": [
          "integer",
          "null"
        ]
      }
    },
    "additionalProperties": false
  },
  "QuotaListParams": {
    "type": "object",
    "properties": {
      "user_id": {
        "type": "integer",
        "description": "Number of the user.",
        "minimum": 1
      },
      "project_id": {
        "type": "integer",
        "description": "Number of the project, instead of a user.",
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
  "QuotaListResult": {
    "type": "object",
    "required": [
      "data"
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
              "const": "quota"
            },
            "attributes": {
              "$ref": "#/$defs/Quota"
            }
          }
        }
      }
    }
  },
  "QuotaSetParams": {
    "type": "object",
    "required": [
      "quota_resource",
      "quota_maximum"
    ],
    "properties": {
      "user_id": {
        "type": "integer",
        "description": "Number of the user.",
        "minimum": 1
      },
      "project_id": {
        "type": "integer",
        "description": "Number of the project, instead of a user.",
        "minimum": 1
      },
      "quota_resource": {
        "type": "string",
        "enum": [
          "instances",
          "vcpus",
          "memory_mb",
          "disk_mb",
          "volumes",
          "addresses",
          "image_mb"
        ],
        "description": "What to bound."
      },
      "quota_maximum": {
        "type": [
          "integer",
          "null"
        ],
        "minimum": 0,
        "maximum": 9007199254740991,
        "description": "The bound; null: as configured again."
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
      "location_id",
      "server_ordinal",
      "server_disabled",
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
      "location_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Where it stands."
      },
      "server_ordinal": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Its number among the servers there."
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
      },
      "server_disabled": {
        "type": "boolean",
        "description": "No new machine is placed on it."
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
      "location_id": {
        "type": "integer",
        "description": "Where it stands: number of a location.",
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
      "location_id",
      "server_ordinal",
      "server_disabled",
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
      "location_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Where it stands."
      },
      "server_ordinal": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Its number among the servers there."
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
      },
      "server_disabled": {
        "type": "boolean",
        "description": "No new machine is placed on it."
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
  "ServerTrustedEvent": {
    "type": "object",
    "required": [
      "server_name",
      "server_fingerprint"
    ],
    "properties": {
      "server_name": {
        "type": "string"
      },
      "server_fingerprint": {
        "type": "string"
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
  "ServerUpdateParams": {
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
      "server_name": {
        "type": "string",
        "description": "What to call it.",
        "minLength": 1,
        "maxLength": 128
      },
      "location_id": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Where it stands: number of a location; null: nowhere.",
        "minimum": 1
      },
      "server_disabled": {
        "type": "boolean",
        "description": "Whether no new machine is placed on it."
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
  "ServerUpdateResult": {
    "type": "object",
    "required": [
      "data"
    ],
    "additionalProperties": false,
    "properties": {
      "data": {
        "$ref": "#/$defs/ServerResource"
      }
    }
  },
  "ServerUpdatedEvent": {
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
      "location_id": {
        "type": "integer",
        "description": "Taken as `server.add` takes it; nothing is looked up.",
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
  "Session": {
    "description": "A session that was opened: its token, and whose it is.",
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
  "SessionClosedEvent": {
    "type": "object",
    "required": [
      "session_id",
      "session_kind",
      "instance_name",
      "session_end",
      "exit_code",
      "duration_ms"
    ],
    "properties": {
      "session_id": {
        "type": "string"
      },
      "session_kind": {
        "enum": [
          "exec",
          "console"
        ]
      },
      "instance_name": {
        "type": "string"
      },
      "session_end": {
        "enum": [
          "exit",
          "closed",
          "gone",
          "lost",
          "failed",
          "revoked",
          "forbidden",
          "stopping"
        ]
      },
      "exit_code": {
        "type": [
          "integer",
          "null"
        ]
      },
      "duration_ms": {
        "type": "integer"
      }
    },
    "additionalProperties": false
  },
  "SessionOpenedEvent": {
    "type": "object",
    "required": [
      "session_id",
      "session_kind",
      "instance_name"
    ],
    "properties": {
      "session_id": {
        "type": "string"
      },
      "session_kind": {
        "enum": [
          "exec",
          "console"
        ]
      },
      "instance_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "SimplestreamAddParams": {
    "type": "object",
    "required": [
      "product_os",
      "product_release",
      "product_arch"
    ],
    "properties": {
      "product_os": {
        "type": "string",
        "description": "Operating system: a-z, 0-9 and `._+-`.",
        "minLength": 1,
        "maxLength": 63
      },
      "product_release": {
        "type": "string",
        "description": "Its release: a-z, 0-9 and `._+-`.",
        "minLength": 1,
        "maxLength": 63
      },
      "product_arch": {
        "type": "string",
        "description": "Architecture by any of its names (`amd64`, `x86_64`); it is published as users spell it.",
        "minLength": 1,
        "maxLength": 63
      },
      "product_release_title": {
        "type": "string",
        "description": "The release as people call it; absent: the release.",
        "maxLength": 63
      },
      "product_variant": {
        "type": "string",
        "description": "Absent: `default`.",
        "maxLength": 63
      },
      "product_aliases": {
        "type": "string",
        "description": "Names that lead to its newest version, separated by commas.",
        "maxLength": 4096
      },
      "product_keep_serials": {
        "type": "integer",
        "description": "Newest versions that may stay: those behind them go, however young. Absent: `simplestream.keep_serials`.",
        "minimum": 1,
        "maximum": 10000
      },
      "product_lifetime_days": {
        "type": "integer",
        "description": "Days a version is kept after a newer one came; absent: `simplestream.images_lifetime`.",
        "minimum": 1,
        "maximum": 36500
      },
      "product_requirements": {
        "type": "object",
        "description": "What its images need of an instance, by name; clients set it: `{\"secureboot\": \"false\"}`.",
        "maxProperties": 16,
        "additionalProperties": {
          "type": "string",
          "minLength": 1,
          "maxLength": 63
        }
      },
      "product_support_eol": {
        "type": "string",
        "description": "Last day of its support, YYYY-MM-DD: clients let their copies expire then.",
        "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"
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
  "SimplestreamAddResult": {
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
            "const": "product"
          },
          "attributes": {
            "$ref": "#/$defs/Product"
          }
        },
        "additionalProperties": false
      }
    },
    "additionalProperties": false
  },
  "SimplestreamDeleteParams": {
    "type": "object",
    "required": [
      "product_id"
    ],
    "properties": {
      "product_id": {
        "type": [
          "integer",
          "string"
        ],
        "description": "Number of the product, its text, or the product's key `os:release:arch:variant`.",
        "maxLength": 260,
        "minimum": 1
      },
      "product_version_serial": {
        "type": "string",
        "description": "Serial of the version; absent: the whole product.",
        "minLength": 8,
        "maxLength": 14
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
  "SimplestreamDeleteResult": {
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
            "const": "product"
          },
          "attributes": {
            "type": "object",
            "required": [
              "response",
              "product_id",
              "product_key",
              "product_version_serials"
            ],
            "properties": {
              "response": {
                "const": true
              },
              "product_id": {
                "type": "integer",
                "description": "Number of the product."
              },
              "product_key": {
                "type": "string",
                "description": "Its key: `os:release:arch:variant`."
              },
              "product_version_serials": {
                "type": "array",
                "items": {
                  "type": "string"
                },
                "description": "Serials that were retired by this call, oldest first."
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
  "SimplestreamImagesParams": {
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
  "SimplestreamImagesResult": {
    "type": "object",
    "required": [
      "data",
      "meta"
    ],
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
          "properties": {
            "id": {
              "type": "integer"
            },
            "type": {
              "const": "image"
            },
            "attributes": {
              "$ref": "#/$defs/CatalogueImage"
            }
          },
          "additionalProperties": false
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    },
    "additionalProperties": false
  },
  "SimplestreamImportParams": {
    "type": "object",
    "required": [
      "product_id",
      "product_version_serial"
    ],
    "properties": {
      "product_id": {
        "type": [
          "integer",
          "string"
        ],
        "description": "Number of the product, its text, or the product's key `os:release:arch:variant`.",
        "maxLength": 260,
        "minimum": 1
      },
      "product_version_serial": {
        "type": "string",
        "description": "Date of the build in UTC: `YYYYMMDD`, `YYYYMMDD_HHMM` or `YYYYMMDD_HH:MM`, one form per product.",
        "minLength": 8,
        "maxLength": 14
      },
      "server_id": {
        "type": "integer",
        "description": "Number of the server that has the image, or the instance.",
        "minimum": 1
      },
      "image_fingerprint": {
        "type": "string",
        "description": "Fingerprint of the image there: all of it, or 12 and more of its 64 hex digits.",
        "pattern": "^[0-9A-Fa-f]{12,64}$"
      },
      "instance_id": {
        "type": "integer",
        "description": "Number of the instance; or give `server_id` and `instance_name`.",
        "minimum": 1
      },
      "instance_name": {
        "type": "string",
        "description": "Name on its host.",
        "minLength": 1,
        "maxLength": 63
      },
      "snapshot_name": {
        "type": "string",
        "description": "Snapshot of the instance.",
        "minLength": 1,
        "maxLength": 63
      },
      "image_server_host": {
        "type": "string",
        "description": "URL of another simplestreams server.",
        "minLength": 1,
        "maxLength": 2048
      },
      "instance_image": {
        "type": "string",
        "description": "Alias or fingerprint of the image there.",
        "minLength": 1,
        "maxLength": 255
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
  "SimplestreamListParams": {
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
  "SimplestreamListResult": {
    "type": "object",
    "required": [
      "data",
      "meta"
    ],
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
          "properties": {
            "id": {
              "type": "integer"
            },
            "type": {
              "const": "product"
            },
            "attributes": {
              "$ref": "#/$defs/Product"
            }
          },
          "additionalProperties": false
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    },
    "additionalProperties": false
  },
  "SimplestreamPushParams": {
    "type": "object",
    "required": [
      "image_fingerprint",
      "server_ids"
    ],
    "properties": {
      "image_fingerprint": {
        "type": "string",
        "description": "Fingerprint of an image in our catalogue: all of it, or 12 and more of its 64 hex digits.",
        "pattern": "^[0-9A-Fa-f]{12,64}$"
      },
      "server_ids": {
        "type": "array",
        "description": "Numbers of the servers.",
        "items": {
          "type": "integer",
          "minimum": 1
        },
        "minItems": 1,
        "maxItems": 1000
      },
      "alias": {
        "type": "string",
        "description": "Name that is to lead to it there; absent: none.",
        "pattern": "^[A-Za-z0-9][A-Za-z0-9._:+@-]*(/[A-Za-z0-9][A-Za-z0-9._:+@-]*)*$",
        "minLength": 1,
        "maxLength": 255
      },
      "alias_move": {
        "type": "boolean",
        "description": "Take the alias from another image.",
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
  "SimplestreamUploadBeginParams": {
    "type": "object",
    "required": [
      "product_id",
      "file_sha256",
      "file_size"
    ],
    "properties": {
      "product_id": {
        "type": [
          "integer",
          "string"
        ],
        "description": "Number of the product, its text, or the product's key `os:release:arch:variant`.",
        "maxLength": 260,
        "minimum": 1
      },
      "product_version_serial": {
        "type": "string",
        "description": "Date of the build in UTC: `YYYYMMDD`, `YYYYMMDD_HHMM` or `YYYYMMDD_HH:MM`, one form per product. Absent: that of the last attempt, or the time.",
        "minLength": 8,
        "maxLength": 14
      },
      "file_sha256": {
        "type": "string",
        "description": "SHA-256 of the whole file, hex.",
        "pattern": "^[0-9a-fA-F]{64}$"
      },
      "file_size": {
        "type": "integer",
        "description": "Bytes of the whole file.",
        "minimum": 1,
        "maximum": 9007199254740991
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
  "SimplestreamUploadBeginResult": {
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
            "const": "upload"
          },
          "attributes": {
            "$ref": "#/$defs/UploadProgress"
          }
        },
        "additionalProperties": false
      }
    },
    "additionalProperties": false
  },
  "SimplestreamUploadChunkParams": {
    "type": "object",
    "required": [
      "upload_id",
      "offset",
      "chunk_sha256",
      "file"
    ],
    "properties": {
      "upload_id": {
        "type": "string",
        "description": "Id of the upload, from `simplestream.upload.begin`.",
        "format": "uuid"
      },
      "offset": {
        "type": "integer",
        "description": "Where in the file the chunk begins.",
        "minimum": 0
      },
      "chunk_sha256": {
        "type": "string",
        "description": "SHA-256 of the chunk, hex.",
        "pattern": "^[0-9a-fA-F]{64}$"
      },
      "file": {
        "$ref": "#/$defs/Upload"
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
  "SimplestreamUploadChunkResult": {
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
            "const": "upload"
          },
          "attributes": {
            "type": "object",
            "required": [
              "response",
              "upload_id",
              "offset"
            ],
            "properties": {
              "response": {
                "const": true
              },
              "upload_id": {
                "type": "string",
                "description": "Id of the upload."
              },
              "offset": {
                "type": "integer",
                "description": "Bytes that are on the disk for certain."
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
  "SimplestreamUploadFinishParams": {
    "type": "object",
    "required": [
      "upload_id"
    ],
    "properties": {
      "upload_id": {
        "type": "string",
        "description": "Id of the upload, from `simplestream.upload.begin`.",
        "format": "uuid"
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
  "SimplestreamUploadFinishResult": {
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
            "const": "product_version"
          },
          "attributes": {
            "type": "object",
            "required": [
              "response",
              "product_id",
              "product_version_serial",
              "product_version_listed",
              "file_type",
              "file_sha256",
              "file_size",
              "image_fingerprints"
            ],
            "properties": {
              "response": {
                "const": true
              },
              "product_id": {
                "type": "integer",
                "description": "Number of the product."
              },
              "product_version_serial": {
                "type": "string",
                "description": "Serial of the version."
              },
              "product_version_listed": {
                "type": "boolean",
                "description": "Whether the version is in the catalogue now."
              },
              "file_type": {
                "enum": [
                  "lxd_combined.tar.gz",
                  "lxd.tar.xz",
                  "squashfs",
                  "root.tar.xz",
                  "disk-kvm.img"
                ],
                "description": "What the file is, by the name clients have for it."
              },
              "file_sha256": {
                "type": "string",
                "description": "SHA-256 of the file, hex."
              },
              "file_size": {
                "type": "integer",
                "description": "Bytes."
              },
              "image_fingerprints": {
                "type": "array",
                "items": {
                  "type": "string"
                },
                "description": "Images this file is part of, as far as they are complete."
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
  "SimplestreamUploadParams": {
    "type": "object",
    "required": [
      "product_id",
      "product_version_serial",
      "file"
    ],
    "properties": {
      "product_id": {
        "type": [
          "integer",
          "string"
        ],
        "description": "Number of the product, its text, or the product's key `os:release:arch:variant`.",
        "maxLength": 260,
        "minimum": 1
      },
      "product_version_serial": {
        "type": "string",
        "description": "Date of the build in UTC: `YYYYMMDD`, `YYYYMMDD_HHMM` or `YYYYMMDD_HH:MM`, one form per product.",
        "minLength": 8,
        "maxLength": 14
      },
      "file_sha256": {
        "type": "string",
        "description": "SHA-256 of the file, hex: what arrives with another is refused.",
        "pattern": "^([0-9a-fA-F]{64})?$"
      },
      "file": {
        "$ref": "#/$defs/Upload"
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
  "SimplestreamUploadResult": {
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
            "const": "product_version"
          },
          "attributes": {
            "type": "object",
            "required": [
              "response",
              "product_id",
              "product_version_serial",
              "product_version_listed",
              "file_type",
              "file_sha256",
              "file_size",
              "image_fingerprints"
            ],
            "properties": {
              "response": {
                "const": true
              },
              "product_id": {
                "type": "integer",
                "description": "Number of the product."
              },
              "product_version_serial": {
                "type": "string",
                "description": "Serial of the version."
              },
              "product_version_listed": {
                "type": "boolean",
                "description": "Whether the version is in the catalogue now."
              },
              "file_type": {
                "enum": [
                  "lxd_combined.tar.gz",
                  "lxd.tar.xz",
                  "squashfs",
                  "root.tar.xz",
                  "disk-kvm.img"
                ],
                "description": "What the file is, by the name clients have for it."
              },
              "file_sha256": {
                "type": "string",
                "description": "SHA-256 of the file, hex."
              },
              "file_size": {
                "type": "integer",
                "description": "Bytes."
              },
              "image_fingerprints": {
                "type": "array",
                "items": {
                  "type": "string"
                },
                "description": "Images this file is part of, as far as they are complete."
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
  "SimplestreamUploadStatusParams": {
    "type": "object",
    "required": [
      "upload_id"
    ],
    "properties": {
      "upload_id": {
        "type": "string",
        "description": "Id of the upload, from `simplestream.upload.begin`.",
        "format": "uuid"
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
  "SimplestreamUploadStatusResult": {
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
            "const": "upload"
          },
          "attributes": {
            "$ref": "#/$defs/UploadProgress"
          }
        },
        "additionalProperties": false
      }
    },
    "additionalProperties": false
  },
  "Snapshot": {
    "description": "A snapshot of an instance.",
    "type": "object",
    "required": [
      "provider",
      "instance_id",
      "instance_name",
      "snapshot_name",
      "snapshot_stateful",
      "snapshot_size",
      "created_at"
    ],
    "properties": {
      "provider": {
        "type": "string",
        "description": "`lxd`."
      },
      "instance_id": {
        "type": "integer",
        "minimum": 1,
        "description": "Number of the instance."
      },
      "instance_name": {
        "type": "string",
        "description": "Name of the instance."
      },
      "snapshot_name": {
        "type": "string",
        "description": "Name."
      },
      "snapshot_stateful": {
        "type": "boolean",
        "description": "Whether it holds the memory of what ran, too."
      },
      "snapshot_size": {
        "type": [
          "integer",
          "null"
        ],
        "description": "Bytes; null when the server cannot tell (pools of driver `dir`)."
      },
      "created_at": {
        "type": "integer",
        "description": "ms"
      }
    },
    "additionalProperties": false
  },
  "SnapshotAddParams": {
    "type": "object",
    "required": [
      "snapshot_name"
    ],
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
      "snapshot_name": {
        "type": "string",
        "description": "1 to 63 letters, digits, dots, underscores and hyphens, beginning with a letter or digit.",
        "minLength": 1,
        "maxLength": 63
      },
      "stateful": {
        "type": "boolean",
        "description": "Keep the memory, too; only of what runs.",
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
  "SnapshotCreatedEvent": {
    "type": "object",
    "required": [
      "snapshot_name",
      "instance_name"
    ],
    "properties": {
      "snapshot_name": {
        "type": "string"
      },
      "instance_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "SnapshotDeleteParams": {
    "type": "object",
    "required": [
      "snapshot_name"
    ],
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
      "snapshot_name": {
        "type": "string",
        "description": "Name of the snapshot.",
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
  "SnapshotDeletedEvent": {
    "type": "object",
    "required": [
      "snapshot_name",
      "instance_name"
    ],
    "properties": {
      "snapshot_name": {
        "type": "string"
      },
      "instance_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "SnapshotListParams": {
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
  "SnapshotListResult": {
    "type": "object",
    "required": [
      "data",
      "meta"
    ],
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
          "properties": {
            "id": {
              "type": "integer"
            },
            "type": {
              "const": "snapshot"
            },
            "attributes": {
              "$ref": "#/$defs/Snapshot"
            }
          },
          "additionalProperties": false
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    },
    "additionalProperties": false
  },
  "SnapshotRestoreParams": {
    "type": "object",
    "required": [
      "snapshot_name"
    ],
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
      "snapshot_name": {
        "type": "string",
        "description": "Name of the snapshot.",
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
  "SnapshotRestoredEvent": {
    "type": "object",
    "required": [
      "snapshot_name",
      "instance_name"
    ],
    "properties": {
      "snapshot_name": {
        "type": "string"
      },
      "instance_name": {
        "type": "string"
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
  "Ticket": {
    "type": "object",
    "required": [
      "instance_id",
      "session_id",
      "ticket",
      "url",
      "path",
      "expires_at"
    ],
    "additionalProperties": false,
    "properties": {
      "instance_id": {
        "type": "integer"
      },
      "session_id": {
        "type": "string",
        "description": "Names the session in `session.opened` and `session.closed`."
      },
      "ticket": {
        "type": "string",
        "description": "Good once, until `expires_at`."
      },
      "url": {
        "type": "string",
        "description": "Where a WebSocket redeems it, the ticket in the query."
      },
      "path": {
        "type": "string",
        "description": "The same place without host and ticket: for `gantry.ticket.<ticket>` as subprotocol."
      },
      "expires_at": {
        "type": "integer",
        "description": "When the ticket ends, ms."
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
      "user_id",
      "token_kind",
      "token_scopes",
      "token_read_only",
      "token_last_used_at"
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
      },
      "token_kind": {
        "enum": [
          "session",
          "native",
          "panel",
          "cvm",
          "aarch64",
          "packet"
        ],
        "description": "A session, or the API it is for."
      },
      "token_public": {
        "type": "string",
        "description": "The public half of a cvm pair, empty for all others."
      },
      "token_scopes": {
        "type": "array",
        "items": {
          "type": "string"
        },
        "description": "What it may do; a session may do all that its user may."
      },
      "token_read_only": {
        "type": "boolean",
        "description": "It calls only what changes nothing."
      },
      "token_last_used_at": {
        "type": [
          "integer",
          "null"
        ],
        "description": "When it was last used, ms, to the minute; null: never."
      },
      "token_last_used_addr": {
        "type": "string",
        "description": "The address it was last used from, empty: not known."
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
          "native",
          "panel",
          "cvm",
          "aarch64",
          "packet"
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
        "description": "What a native token may do: `instance:read`, `instance:*`, `*:read`, `*`. Left out: all that the caller may."
      },
      "token_read_only": {
        "type": "boolean",
        "description": "It may call only what changes nothing (kinds native and packet).",
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
                "description": "The token, shown this once; of a cvm pair, the private half."
              },
              "token_public": {
                "type": "string",
                "description": "The public half of a cvm pair."
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
  "TrafficGetParams": {
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
      "from": {
        "type": "integer",
        "minimum": 0,
        "description": "Begin of the span, ms since 1970; a week before its end when left out."
      },
      "until": {
        "type": "integer",
        "minimum": 0,
        "description": "End of the span, ms since 1970; now when left out."
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
  "TrafficGetResult": {
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
            "description": "Number of the instance."
          },
          "type": {
            "const": "traffic"
          },
          "attributes": {
            "type": "object",
            "required": [
              "instance_id",
              "traffic_in",
              "traffic_out",
              "traffic_in_limit",
              "traffic_out_limit",
              "traffic_total_limit",
              "sampled_at",
              "from",
              "until",
              "traffic_hours"
            ],
            "additionalProperties": false,
            "properties": {
              "instance_id": {
                "type": "integer",
                "description": "Number of the instance."
              },
              "traffic_in": {
                "type": "integer",
                "minimum": 0,
                "description": "Bytes received since it was made."
              },
              "traffic_out": {
                "type": "integer",
                "minimum": 0,
                "description": "Bytes sent since it was made."
              },
              "traffic_in_limit": {
                "type": "integer",
                "minimum": 0,
                "description": "Bytes its plan allows in; 0 is no limit."
              },
              "traffic_out_limit": {
                "type": "integer",
                "minimum": 0,
                "description": "Bytes its plan allows out; 0 is no limit."
              },
              "traffic_total_limit": {
                "type": "integer",
                "minimum": 0,
                "description": "Bytes its plan allows in both directions together; 0 is no limit."
              },
              "sampled_at": {
                "type": [
                  "integer",
                  "null"
                ],
                "description": "When its host was asked last; null for never."
              },
              "from": {
                "type": "integer",
                "minimum": 0,
                "description": "Begin of the span."
              },
              "until": {
                "type": "integer",
                "minimum": 0,
                "description": "End of the span."
              },
              "traffic_hours": {
                "type": "array",
                "description": "Hours of the span with traffic, oldest first.",
                "items": {
                  "type": "object",
                  "required": [
                    "hour_at",
                    "traffic_in",
                    "traffic_out"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "hour_at": {
                      "type": "integer",
                      "minimum": 0,
                      "description": "Begin of the hour."
                    },
                    "traffic_in": {
                      "type": "integer",
                      "minimum": 0,
                      "description": "Bytes received in it."
                    },
                    "traffic_out": {
                      "type": "integer",
                      "minimum": 0,
                      "description": "Bytes sent in it."
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  },
  "TrafficLimitEvent": {
    "type": "object",
    "required": [
      "instance_name",
      "traffic_direction",
      "traffic_limit",
      "traffic_used"
    ],
    "properties": {
      "instance_name": {
        "type": "string"
      },
      "traffic_direction": {
        "enum": [
          "in",
          "out",
          "total"
        ]
      },
      "traffic_limit": {
        "type": "integer",
        "description": "Bytes."
      },
      "traffic_used": {
        "type": "integer",
        "description": "Bytes."
      }
    },
    "additionalProperties": false
  },
  "Upload": {
    "description": "The uploaded bytes: sent as the form's part `file`, or as the body; Gantry counts and hashes them.",
    "type": "object",
    "required": [
      "id",
      "sha256",
      "size"
    ],
    "properties": {
      "id": {
        "type": "string"
      },
      "sha256": {
        "type": "string"
      },
      "size": {
        "type": "integer",
        "minimum": 0
      }
    },
    "additionalProperties": false
  },
  "UploadProgress": {
    "description": "An upload in chunks.",
    "type": "object",
    "required": [
      "response",
      "upload_id",
      "product_id",
      "product_version_serial",
      "file_sha256",
      "file_size",
      "offset",
      "chunk_size",
      "upload_finished",
      "upload_expires_at"
    ],
    "properties": {
      "response": {
        "const": true
      },
      "upload_id": {
        "type": "string",
        "description": "Id of the upload."
      },
      "product_id": {
        "type": "integer",
        "description": "Number of the product."
      },
      "product_version_serial": {
        "type": "string",
        "description": "Serial of the version."
      },
      "file_sha256": {
        "type": "string",
        "description": "SHA-256 of the whole file, hex."
      },
      "file_size": {
        "type": "integer",
        "description": "Bytes of the whole file."
      },
      "offset": {
        "type": "integer",
        "description": "Bytes that are on the disk for certain: the next chunk begins here."
      },
      "chunk_size": {
        "type": "integer",
        "description": "Bytes a chunk may hold."
      },
      "upload_finished": {
        "type": "boolean",
        "description": "Whether the file is part of its version."
      },
      "upload_expires_at": {
        "type": "integer",
        "description": "When it is thrown away unless a chunk comes; seconds since 1970."
      }
    },
    "additionalProperties": false
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
  "UserAssertionGetParams": {
    "type": "object",
    "required": [
      "user_login"
    ],
    "properties": {
      "user_login": {
        "type": "string",
        "description": "Login or e-mail address.",
        "minLength": 1,
        "maxLength": 320
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
  "UserAssertionVerifyParams": {
    "type": "object",
    "required": [
      "user_login",
      "id",
      "rawId",
      "type",
      "response"
    ],
    "properties": {
      "user_login": {
        "type": "string",
        "description": "As given to `user.assertionGet`.",
        "minLength": 1,
        "maxLength": 320
      },
      "id": {
        "type": "string",
        "description": "Name of the key.",
        "pattern": "^[A-Za-z0-9_-]+$",
        "maxLength": 1400
      },
      "rawId": {
        "type": "string",
        "description": "The same.",
        "pattern": "^[A-Za-z0-9_-]+$",
        "maxLength": 1400
      },
      "type": {
        "type": "string",
        "description": "`public-key`.",
        "maxLength": 32
      },
      "response": {
        "type": "object",
        "description": "What the authenticator said.",
        "required": [
          "authenticatorData",
          "clientDataJSON",
          "signature"
        ],
        "additionalProperties": false,
        "properties": {
          "authenticatorData": {
            "type": "string",
            "description": "What the authenticator signed.",
            "pattern": "^[A-Za-z0-9_-]+$",
            "maxLength": 8192
          },
          "clientDataJSON": {
            "type": "string",
            "description": "What the browser signed.",
            "pattern": "^[A-Za-z0-9_-]+$",
            "maxLength": 8192
          },
          "signature": {
            "type": "string",
            "description": "The signature.",
            "pattern": "^[A-Za-z0-9_-]+$",
            "maxLength": 4096
          },
          "userHandle": {
            "type": [
              "string",
              "null"
            ],
            "description": "What the key knows its owner by; may be empty.",
            "pattern": "^[A-Za-z0-9_-]*$",
            "maxLength": 128
          }
        }
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
  "UserCredentialDeleteParams": {
    "type": "object",
    "required": [
      "key_id"
    ],
    "properties": {
      "key_id": {
        "type": "integer",
        "description": "Its number, as `user.credentialGet` shows it.",
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
  "UserCredentialGetParams": {
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
  "UserCredentialGetResult": {
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
              "description": "Number, as `key_id` of `user.credentialDelete`."
            },
            "type": {
              "const": "credential"
            },
            "attributes": {
              "$ref": "#/$defs/Credential"
            }
          }
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    }
  },
  "UserCredentialMakeParams": {
    "type": "object",
    "properties": {
      "user_login": {
        "type": "string",
        "description": "The login of the new account; else the caller's own, or left out.",
        "maxLength": 256
      },
      "user_email": {
        "type": "string",
        "description": "The e-mail address of the new account; else not looked at.",
        "maxLength": 320
      },
      "user_register": {
        "type": "boolean",
        "description": "For a new account.",
        "default": false
      },
      "attestation_type": {
        "type": "string",
        "description": "Not looked at: the setting `webauthn.attestation` decides what is asked for.",
        "maxLength": 32
      },
      "authenticator_attachment": {
        "enum": [
          "",
          "platform",
          "cross-platform"
        ],
        "description": "Which authenticators the browser offers: its own, or others; `\"\"`: all."
      },
      "id": {
        "type": "string",
        "description": "Name of the new key. Its presence makes this the second step.",
        "pattern": "^[A-Za-z0-9_-]+$",
        "maxLength": 1400
      },
      "rawId": {
        "type": "string",
        "description": "The same.",
        "pattern": "^[A-Za-z0-9_-]+$",
        "maxLength": 1400
      },
      "type": {
        "type": "string",
        "description": "`public-key`.",
        "maxLength": 32
      },
      "response": {
        "type": "object",
        "description": "What the authenticator said.",
        "required": [
          "attestationObject",
          "clientDataJSON"
        ],
        "additionalProperties": false,
        "properties": {
          "attestationObject": {
            "type": "string",
            "description": "CBOR.",
            "pattern": "^[A-Za-z0-9_-]+$",
            "maxLength": 65536
          },
          "clientDataJSON": {
            "type": "string",
            "description": "What the browser signed.",
            "pattern": "^[A-Za-z0-9_-]+$",
            "maxLength": 8192
          },
          "transports": {
            "type": "array",
            "description": "Ways to reach the authenticator.",
            "maxItems": 8,
            "items": {
              "type": "string",
              "maxLength": 32
            }
          }
        }
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
  "UserCredentialMakeResult": {
    "anyOf": [
      {
        "$ref": "#/$defs/CredentialCreation"
      },
      {
        "$ref": "#/$defs/Ack"
      }
    ]
  },
  "UserDisableParams": {
    "type": "object",
    "required": [
      "user_id",
      "user_disabled"
    ],
    "properties": {
      "user_id": {
        "type": "integer",
        "description": "Number of the user.",
        "minimum": 1
      },
      "user_disabled": {
        "type": "boolean",
        "description": "Whether the user is kept out."
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
  "UserDisabledEvent": {
    "type": "object",
    "required": [
      "user_login"
    ],
    "additionalProperties": false,
    "properties": {
      "user_login": {
        "type": "string"
      }
    }
  },
  "UserEmailChangeParams": {
    "type": "object",
    "required": [
      "user_email"
    ],
    "properties": {
      "user_email": {
        "type": "string",
        "description": "The new address, in both steps.",
        "minLength": 1,
        "maxLength": 320
      },
      "user_code": {
        "type": "string",
        "description": "The mailed code; `\"\"` is the same as none.",
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
  "UserEmailChangedEvent": {
    "type": "object",
    "required": [
      "user_email"
    ],
    "additionalProperties": false,
    "properties": {
      "user_email": {
        "type": "string"
      }
    }
  },
  "UserEnabledEvent": {
    "type": "object",
    "required": [
      "user_login"
    ],
    "additionalProperties": false,
    "properties": {
      "user_login": {
        "type": "string"
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
  "UserPasswordChangeParams": {
    "type": "object",
    "required": [
      "user_password",
      "user_passwordRepeat"
    ],
    "properties": {
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
  "UserPasswordChangedEvent": {
    "type": "object",
    "required": [
      "by"
    ],
    "additionalProperties": false,
    "properties": {
      "by": {
        "enum": [
          "user",
          "recovery"
        ]
      }
    }
  },
  "UserPasswordLockParams": {
    "type": "object",
    "required": [
      "user_password_locked"
    ],
    "properties": {
      "user_password_locked": {
        "type": "boolean",
        "description": "What it should be."
      },
      "user_code": {
        "type": "string",
        "description": "The mailed code; `\"\"` is the same as none.",
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
  "UserPasswordLockedEvent": {
    "type": "object",
    "additionalProperties": false,
    "properties": {}
  },
  "UserPasswordUnlockedEvent": {
    "type": "object",
    "additionalProperties": false,
    "properties": {}
  },
  "UserRecoveryParams": {
    "type": "object",
    "properties": {
      "user_email": {
        "type": "string",
        "description": "E-mail address of the account.",
        "maxLength": 320
      },
      "user_code": {
        "type": "string",
        "description": "The mailed code; `\"\"` is the same as none.",
        "maxLength": 128
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
  },
  "UserUpdateParams": {
    "type": "object",
    "required": [
      "user_id"
    ],
    "properties": {
      "user_id": {
        "type": "integer",
        "description": "Number of the user.",
        "minimum": 1
      },
      "user_login": {
        "type": "string",
        "description": "Login name: 3 to 64 letters, digits, dots, hyphens, underscores.",
        "maxLength": 256
      },
      "user_email": {
        "type": "string",
        "description": "E-mail address; taken without a mailed code.",
        "maxLength": 320
      },
      "user_admin": {
        "type": "boolean",
        "description": "Whether the user is an administrator."
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
  "UserUpdatedEvent": {
    "type": "object",
    "required": [
      "user_login",
      "user_email",
      "user_admin"
    ],
    "additionalProperties": false,
    "properties": {
      "user_login": {
        "type": "string"
      },
      "user_email": {
        "type": "string"
      },
      "user_admin": {
        "type": "boolean"
      }
    }
  },
  "Volume": {
    "description": "A volume of a server.",
    "type": "object",
    "required": [
      "provider",
      "volume_name",
      "volume_type",
      "volume_used_by",
      "pool_name",
      "volume_content_type",
      "volume_size",
      "volume_description"
    ],
    "properties": {
      "provider": {
        "type": "string",
        "description": "`lxd`."
      },
      "volume_name": {
        "type": "string",
        "description": "Name; a snapshot of a volume is `volume/snapshot`."
      },
      "volume_type": {
        "type": "string",
        "description": "`custom` for those made by themselves, else `container`, `virtual-machine` or `image`."
      },
      "volume_used_by": {
        "type": "string",
        "description": "What uses it, by the server's URLs, separated by commas."
      },
      "pool_name": {
        "type": "string",
        "description": "The pool it is in."
      },
      "volume_content_type": {
        "type": "string",
        "description": "`filesystem` or `block`."
      },
      "volume_size": {
        "type": "string",
        "description": "As the server writes it (`16MiB`); empty for none."
      },
      "volume_description": {
        "type": "string",
        "description": "Free text."
      }
    },
    "additionalProperties": false
  },
  "VolumeAddParams": {
    "type": "object",
    "required": [
      "server_id",
      "pool_name",
      "volume_name"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "pool_name": {
        "type": "string",
        "description": "Name of the pool.",
        "minLength": 1,
        "maxLength": 63
      },
      "volume_name": {
        "type": "string",
        "description": "1 to 63 letters, digits, dots, underscores and hyphens.",
        "minLength": 1,
        "maxLength": 63
      },
      "volume_size_mb": {
        "type": "integer",
        "description": "Size in MiB; without it as the pool has it.",
        "minimum": 1,
        "maximum": 1073741824
      },
      "volume_content_type": {
        "type": "string",
        "description": "`filesystem`, or `block` for a disk of a virtual machine.",
        "enum": [
          "filesystem",
          "block"
        ],
        "default": "filesystem"
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
  "VolumeAddResult": {
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
            "const": "volume"
          },
          "attributes": {
            "type": "object",
            "required": [
              "response",
              "pool_name",
              "volume_name"
            ],
            "properties": {
              "response": {
                "const": true
              },
              "pool_name": {
                "type": "string",
                "description": "The pool it is in."
              },
              "volume_name": {
                "type": "string",
                "description": "Its name."
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
  "VolumeAttachParams": {
    "type": "object",
    "required": [
      "server_id",
      "pool_name",
      "volume_name"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "pool_name": {
        "type": "string",
        "description": "Name of the pool.",
        "minLength": 1,
        "maxLength": 63
      },
      "volume_name": {
        "type": "string",
        "description": "Name of the volume.",
        "minLength": 1,
        "maxLength": 63
      },
      "instance_id": {
        "type": "integer",
        "description": "Number of the instance; or give `instance_name`.",
        "minimum": 1
      },
      "instance_name": {
        "type": "string",
        "description": "Name on its host.",
        "minLength": 1,
        "maxLength": 63
      },
      "volume_path": {
        "type": "string",
        "description": "Where it is mounted, such as /srv/data; not for block volumes.",
        "minLength": 2,
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
  "VolumeAttachedEvent": {
    "type": "object",
    "required": [
      "pool_name",
      "volume_name",
      "instance_name"
    ],
    "properties": {
      "pool_name": {
        "type": "string"
      },
      "volume_name": {
        "type": "string"
      },
      "instance_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "VolumeCreatedEvent": {
    "type": "object",
    "required": [
      "pool_name",
      "volume_name"
    ],
    "properties": {
      "pool_name": {
        "type": "string"
      },
      "volume_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "VolumeDeleteParams": {
    "type": "object",
    "required": [
      "server_id",
      "pool_name",
      "volume_name"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "pool_name": {
        "type": "string",
        "description": "Name of the pool.",
        "minLength": 1,
        "maxLength": 63
      },
      "volume_name": {
        "type": "string",
        "description": "Name of the volume.",
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
  "VolumeDeletedEvent": {
    "type": "object",
    "required": [
      "pool_name",
      "volume_name"
    ],
    "properties": {
      "pool_name": {
        "type": "string"
      },
      "volume_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "VolumeDetachParams": {
    "type": "object",
    "required": [
      "server_id",
      "pool_name",
      "volume_name"
    ],
    "properties": {
      "server_id": {
        "type": "integer",
        "description": "Number of the server.",
        "minimum": 1
      },
      "pool_name": {
        "type": "string",
        "description": "Name of the pool.",
        "minLength": 1,
        "maxLength": 63
      },
      "volume_name": {
        "type": "string",
        "description": "Name of the volume.",
        "minLength": 1,
        "maxLength": 63
      },
      "instance_id": {
        "type": "integer",
        "description": "Number of the instance; or give `instance_name`.",
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
  "VolumeDetachedEvent": {
    "type": "object",
    "required": [
      "pool_name",
      "volume_name",
      "instance_name"
    ],
    "properties": {
      "pool_name": {
        "type": "string"
      },
      "volume_name": {
        "type": "string"
      },
      "instance_name": {
        "type": "string"
      }
    },
    "additionalProperties": false
  },
  "VolumeListParams": {
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
  "VolumeListResult": {
    "type": "object",
    "required": [
      "data",
      "meta"
    ],
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
          "properties": {
            "id": {
              "type": "integer"
            },
            "type": {
              "const": "volume"
            },
            "attributes": {
              "$ref": "#/$defs/Volume"
            }
          },
          "additionalProperties": false
        }
      },
      "meta": {
        "$ref": "#/$defs/MetaNext"
      }
    },
    "additionalProperties": false
  }
};

export const CONTRACTS: readonly ContractInfo[] = [
  {
    "name": "audit.list",
    "summary": "The audit trail: who changed what.",
    "description": "One row for every call that changes something or was refused, and for what else is kept as long. Newest first unless `sort` is `id`. Administrators see all rows, others what they did themselves and what was done to their projects and servers.",
    "scope": "audit:read",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "AuditListParams",
    "result": "AuditListResult",
    "errors": [
      "epoch_changed",
      "cursor_in_future"
    ],
    "examples": [
      {
        "summary": "What user 2 was refused",
        "request": {
          "user_id": 2,
          "filter": {
            "ok": false
          },
          "limit": 10
        },
        "result": {
          "data": [
            {
              "id": 41,
              "type": "audit",
              "attributes": {
                "at": 1700000000000,
                "type": "audit.call",
                "method": "server.add",
                "user_id": 2,
                "token_id": 7,
                "address": "192.0.2.7",
                "via": "native",
                "request_id": "0b1c2d3e",
                "params": {
                  "server_host": "192.0.2.9",
                  "server_password": "[redacted]"
                },
                "ok": false,
                "code": "forbidden",
                "labels": {},
                "details": {}
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
    "name": "certificate.list",
    "summary": "The certificates a server trusts.",
    "description": "For administrators and the owner of the server. The row whose fingerprint is `server_certificate_fingerprint` of `server.get` is ours. `sort` and `filter` take certificate_name, certificate_type and certificate_fingerprint.",
    "scope": "certificate:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "CertificateListParams",
    "result": "CertificateListResult",
    "errors": [],
    "examples": [
      {
        "summary": "All",
        "request": {
          "server_id": 1
        },
        "result": {
          "data": [
            {
              "id": 260513246884946,
              "type": "certificate",
              "attributes": {
                "provider": "lxd",
                "certificate_name": "gantry",
                "certificate_type": "client",
                "certificate_fingerprint": "3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a"
              }
            }
          ],
          "meta": {
            "next": null
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
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "certificate.revoke",
    "summary": "Makes a server no longer trust a certificate.",
    "description": "For administrators and the owner of the server. Our own certificate is refused: without it the server could not be reached any more.",
    "scope": "certificate:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "CertificateRevokeParams",
    "result": "Ack",
    "errors": [
      "bad_state",
      "conflict"
    ],
    "examples": [
      {
        "summary": "That of an old client",
        "request": {
          "server_id": 1,
          "certificate_fingerprint": "c0dec0dec0dec0dec0dec0dec0dec0dec0dec0dec0dec0dec0dec0dec0dec0de"
        },
        "result": {
          "data": {
            "type": "certificate",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "A certificate that the server does not trust",
        "request": {
          "server_id": 1,
          "certificate_fingerprint": "0000000000000000000000000000000000000000000000000000000000000000"
        },
        "error": "not_found"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
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
    "answer": "document",
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
    "answer": "document",
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
    "answer": "document",
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
    "answer": "document",
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
    "answer": "document",
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
    "answer": "document",
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
    "name": "image.delete",
    "summary": "Deletes an image from the own store of a server.",
    "description": "For administrators and the owner of the server; answers when it is gone. Instances made from it stay.",
    "scope": "image:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ImageDeleteParams",
    "result": "Ack",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "By the beginning of its fingerprint",
        "request": {
          "server_id": 1,
          "image_fingerprint": "b57ab57ab57a"
        },
        "result": {
          "data": {
            "type": "image",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "An image that is not there",
        "request": {
          "server_id": 1,
          "image_fingerprint": "000000000000"
        },
        "error": "not_found"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "image.list",
    "summary": "The images of a server, or of an image server.",
    "description": "Without `image_server_host` the images in the own store of the server; with it those that a simplestreams server offers, newest first, as far as the server can run them. A URL of ours means our own images; other URLs have to be configured (`image_servers`), unless the caller owns the server. What an image server offers is kept for a minute. `sort` and `filter` take image_fingerprint, image_architecture, image_instance_type, image_description, image_os, image_release, image_serial; `sort` also image_size and the times.",
    "scope": "image:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ImageListParams",
    "result": "ImageListResult",
    "errors": [
      "rate_limited"
    ],
    "examples": [
      {
        "summary": "On the server",
        "request": {
          "server_id": 1
        },
        "result": {
          "data": [
            {
              "id": 51950587928907,
              "type": "image",
              "attributes": {
                "provider": "lxd",
                "image_fingerprint": "3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a3f2a",
                "image_architecture": "x86_64",
                "image_instance_type": "container",
                "image_description": "Busybox",
                "image_os": "busybox",
                "image_release": "1",
                "image_serial": "1",
                "image_aliases": [
                  "busybox"
                ],
                "image_size": 1032973,
                "image_public": false,
                "image_cached": false,
                "image_created_at": 1700000000,
                "image_last_used_at": 0,
                "image_expires_at": 0
              }
            }
          ],
          "meta": {
            "next": null
          }
        }
      },
      {
        "summary": "From a server that only speaks in clear text",
        "request": {
          "server_id": 1,
          "image_server_host": "http://images.example.net"
        },
        "error": "invalid_params"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "image.serverList",
    "summary": "The image servers on offer.",
    "description": "The configured `image_servers`; when there are none, our own. `sort` and `filter` take image_server_host.",
    "scope": "image:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ImageServerListParams",
    "result": "ImageServerListResult",
    "errors": [],
    "examples": [
      {
        "summary": "All",
        "request": {},
        "result": {
          "data": [
            {
              "id": 1,
              "type": "image",
              "attributes": {
                "provider": "lxd",
                "image_server_host": "https://images.example.net",
                "image_server_protocol": "simplestreams"
              }
            }
          ],
          "meta": {
            "next": null
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
    "answer": "document",
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
    "answer": "document",
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
    "name": "instance.console",
    "summary": "Gives a ticket for the console of an instance.",
    "description": "The ticket opens a WebSocket at `url` once, within 30 seconds; the console is opened on the host then, and not before. docs/wire.md has the frames. Several sessions at one console take each other's output.",
    "scope": "instance:operate",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "InstanceConsoleParams",
    "result": "InstanceConsoleResult",
    "errors": [
      "bad_state",
      "conflict",
      "host_unreachable",
      "host_untrusted"
    ],
    "examples": [
      {
        "summary": "A console",
        "request": {
          "instance_id": 1,
          "width": 120,
          "height": 40
        },
        "result": {
          "data": {
            "id": 1,
            "type": "ticket",
            "attributes": {
              "instance_id": 1,
              "session_id": "0199f3a4-6f5e-7c31-9d2b-2f8f3a1f7c10",
              "ticket": "eyJhbGciOiJFZERTQSJ9.eyJqdGkiOiIuLi4ifQ.c2ln",
              "url": "wss://gantry.example.net:7443/v1/instance.session?ticket=eyJhbGciOiJFZERTQSJ9.eyJqdGkiOiIuLi4ifQ.c2ln",
              "path": "/v1/instance.session",
              "expires_at": 1795254953590
            }
          }
        }
      },
      {
        "summary": "The instance must run",
        "request": {
          "instance_id": 2
        },
        "error": "bad_state"
      }
    ],
    "seed": false,
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
    "answer": "document",
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
    "name": "instance.exec",
    "summary": "Gives a ticket for a command in an instance.",
    "description": "The ticket opens a WebSocket at `url` once, within 30 seconds; the command is started then, and not before. docs/wire.md has the frames. The command is a list of words: no shell takes it apart.",
    "scope": "instance:operate",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [
      "environment"
    ],
    "params": "InstanceExecParams",
    "result": "InstanceExecResult",
    "errors": [
      "bad_state",
      "conflict",
      "host_unreachable",
      "host_untrusted"
    ],
    "examples": [
      {
        "summary": "A command",
        "request": {
          "instance_id": 1,
          "command": [
            "sh",
            "-c",
            "echo hi; exit 3"
          ]
        },
        "result": {
          "data": {
            "id": 1,
            "type": "ticket",
            "attributes": {
              "instance_id": 1,
              "session_id": "0199f3a4-6f5e-7c31-9d2b-2f8f3a1f7c10",
              "ticket": "eyJhbGciOiJFZERTQSJ9.eyJqdGkiOiIuLi4ifQ.c2ln",
              "url": "wss://gantry.example.net:7443/v1/instance.session?ticket=eyJhbGciOiJFZERTQSJ9.eyJqdGkiOiIuLi4ifQ.c2ln",
              "path": "/v1/instance.session",
              "expires_at": 1795254953590
            }
          }
        }
      },
      {
        "summary": "The instance must run",
        "request": {
          "instance_id": 2,
          "command": [
            "true"
          ]
        },
        "error": "bad_state"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "instance.file.get",
    "summary": "A file of an instance.",
    "description": "Answers the bytes of a file as `application/octet-stream`, with the headers `X-Gantry-Type`, `X-Gantry-Mode`, `X-Gantry-Uid` and `X-Gantry-Gid`. A directory answers a list of what is in it, a symbolic link a document with its target: both as JSON. The instance need not run.",
    "scope": "instance:operate",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "bytes",
    "verbs": [
      "GET",
      "POST"
    ],
    "secrets": [],
    "params": "InstanceFileGetParams",
    "result": "InstanceFileGetResult",
    "errors": [
      "conflict",
      "not_found",
      "bad_state",
      "host_unreachable",
      "host_untrusted",
      "host_failed"
    ],
    "examples": [
      {
        "summary": "A directory",
        "request": {
          "instance_id": 1,
          "path": "/etc"
        },
        "result": {
          "data": [
            {
              "id": 205853403612480,
              "type": "file",
              "attributes": {
                "file_name": "hostname"
              }
            },
            {
              "id": 11602053426510,
              "type": "file",
              "attributes": {
                "file_name": "passwd"
              }
            }
          ],
          "meta": {
            "file_type": "directory",
            "file_mode": "0755",
            "file_uid": 0,
            "file_gid": 0
          }
        }
      },
      {
        "summary": "A symbolic link",
        "request": {
          "server_id": 1,
          "instance_name": "web-2",
          "path": "/bin/sh"
        },
        "result": {
          "data": {
            "id": 27361930152470,
            "type": "file",
            "attributes": {
              "file_name": "sh",
              "file_type": "symlink",
              "file_target": "/bin/busybox",
              "file_mode": "0777",
              "file_uid": 0,
              "file_gid": 0
            }
          }
        }
      },
      {
        "summary": "Nothing at that path",
        "request": {
          "instance_id": 1,
          "path": "/nowhere"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "instance.file.put",
    "summary": "Writes a file into an instance.",
    "description": "Creates the file or replaces it; the directory above it has to be there. What is not given of mode, owner and group stays as it is, or is what the host gives a new file. The instance need not run.",
    "scope": "instance:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "multipart",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "InstanceFilePutParams",
    "result": "InstanceFilePutResult",
    "errors": [
      "too_large",
      "no_capacity",
      "unsupported_media_type",
      "not_found",
      "bad_state",
      "host_unreachable",
      "host_untrusted",
      "host_failed"
    ],
    "examples": [
      {
        "summary": "A file of five bytes",
        "request": {
          "instance_id": 1,
          "path": "/root/hello",
          "mode": "0600"
        },
        "result": {
          "data": {
            "type": "file",
            "attributes": {
              "response": true,
              "file_size": 5,
              "file_sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
            }
          }
        }
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
    "answer": "document",
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
              "instance_hostname": "web-1",
              "location_id": null,
              "plan_id": null,
              "os_id": null,
              "suspended_at": null,
              "phoned_home_at": null,
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
              "instance_cpu": "",
              "instance_display_name": "",
              "instance_index": null
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
    "answer": "document",
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
    "name": "instance.log",
    "summary": "The end of an instance's log.",
    "description": "The last 256 KiB as text. Without `log_name` it is what stood on the console (`console`), or where there is none the log of the instance's start (`lxc.log`). Files other than `*.log`, which hold settings of the host, are for administrators and the owner of the server.",
    "scope": "instance:read",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "InstanceLogParams",
    "result": "InstanceLogResult",
    "errors": [
      "conflict",
      "not_found",
      "bad_state",
      "host_unreachable",
      "host_untrusted",
      "host_failed"
    ],
    "examples": [
      {
        "summary": "What stands on the console",
        "request": {
          "instance_id": 1
        },
        "result": {
          "data": {
            "id": 1,
            "type": "log",
            "attributes": {
              "log_name": "console",
              "log_text": "/ # ",
              "log_truncated": false,
              "log_names": [
                "console",
                "lxc.log"
              ]
            }
          }
        }
      },
      {
        "summary": "A log by its name",
        "request": {
          "server_id": 1,
          "instance_name": "web-2",
          "log_name": "lxc.log"
        },
        "result": {
          "data": {
            "id": 2,
            "type": "log",
            "attributes": {
              "log_name": "lxc.log",
              "log_text": "",
              "log_truncated": false,
              "log_names": [
                "lxc.log"
              ]
            }
          }
        }
      },
      {
        "summary": "A log that is not there",
        "request": {
          "instance_id": 1,
          "log_name": "other.log"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "instance.rename",
    "summary": "Gives a stopped instance another name.",
    "description": "Its number stays, and work that waits in its queue goes to the new name. Hosts do not rename what runs: stop it first. The name must be free on its server.",
    "scope": "instance:write",
    "mutates": true,
    "list": false,
    "long": true,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "InstanceRenameParams",
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
          "instance_id": 2,
          "instance_rename": "web-9"
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
        "summary": "A name that is in use",
        "request": {
          "instance_id": 2,
          "instance_rename": "web-1"
        },
        "error": "conflict"
      },
      {
        "summary": "A running one",
        "request": {
          "instance_id": 1,
          "instance_rename": "web-9"
        },
        "error": "bad_state"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "instance.suspend",
    "summary": "Stops an instance and keeps it so.",
    "description": "For administrators and owners of its server. A guest that does not shut down within 30 seconds is stopped by force. From the moment of the answer no API starts, restarts or unfreezes it; where it is started on its host all the same, it is stopped again. Whether it ran is remembered for `instance.unsuspend`.",
    "scope": "instance:write",
    "mutates": true,
    "list": false,
    "long": true,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "InstanceSuspendParams",
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
        "summary": "By an administrator",
        "request": {
          "instance_id": 1
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
        "summary": "No such instance",
        "request": {
          "instance_id": 999
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "instance.unsuspend",
    "summary": "Lifts the suspension of an instance.",
    "description": "For administrators and owners of its server. It is started again if it ran when it was suspended.",
    "scope": "instance:write",
    "mutates": true,
    "list": false,
    "long": true,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "InstanceUnsuspendParams",
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
        "summary": "One that is not suspended",
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
    "name": "instance.update",
    "summary": "Changes limits, profiles, devices or description.",
    "description": "What is not given stays. A null in `instance_config` or `instance_devices` removes the key. Updates of one instance are carried out one after another, in the order they were accepted.",
    "scope": "instance:write",
    "mutates": true,
    "list": false,
    "long": true,
    "stream": false,
    "body": "json",
    "answer": "document",
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
      "host_failed",
      "quota_exceeded"
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
    "name": "location.add",
    "summary": "Adds a location: a place where servers stand.",
    "description": "For administrators. `location_code` is unique.",
    "scope": "admin",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "LocationAddParams",
    "result": "LocationAddResult",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "A new one",
        "request": {
          "location_code": "other-1"
        },
        "result": {
          "data": {
            "id": 1,
            "type": "location",
            "attributes": {
              "location_id": 1,
              "location_uuid": "0b9f7a53-3d64-4f0e-8a53-1c6f2d7e9b10",
              "location_code": "other-1",
              "location_name": "Dallas 1",
              "location_provider": "Example Inc.",
              "location_text": "Dallas, TX",
              "location_address": {
                "city": "Dallas"
              },
              "location_features": [
                "ipv6"
              ],
              "location_peeringdb_id": null,
              "location_created_at": 1767225600000
            }
          }
        }
      },
      {
        "summary": "One that is there already",
        "request": {
          "location_code": "dal1"
        },
        "error": "conflict"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "location.delete",
    "summary": "Deletes a location.",
    "description": "For administrators. `bad_state` while servers stand there, plans are bound to it or pools of addresses are its: it says which.",
    "scope": "admin",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "LocationDeleteParams",
    "result": "Ack",
    "errors": [
      "bad_state"
    ],
    "examples": [
      {
        "summary": "One that nothing refers to",
        "request": {
          "location_id": 2
        },
        "result": {
          "data": {
            "type": "location",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "One that a plan is bound to",
        "request": {
          "location_id": 1
        },
        "error": "bad_state"
      },
      {
        "summary": "One that does not exist",
        "request": {
          "location_id": 999
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "location.list",
    "summary": "All locations.",
    "description": "For everybody with a token. `sort` takes location_id, location_code, location_name, location_created_at; `filter` takes location_id, location_code.",
    "scope": "location:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "LocationListParams",
    "result": "LocationListResult",
    "errors": [],
    "examples": [
      {
        "summary": "All",
        "request": {},
        "result": {
          "data": [
            {
              "id": 1,
              "type": "location",
              "attributes": {
                "location_id": 1,
                "location_uuid": "0b9f7a53-3d64-4f0e-8a53-1c6f2d7e9b10",
                "location_code": "dal1",
                "location_name": "Dallas 1",
                "location_provider": "Example Inc.",
                "location_text": "Dallas, TX",
                "location_address": {
                  "city": "Dallas"
                },
                "location_features": [
                  "ipv6"
                ],
                "location_peeringdb_id": null,
                "location_created_at": 1767225600000
              }
            }
          ],
          "meta": {
            "next": null
          }
        }
      },
      {
        "summary": "By what it cannot be filtered by",
        "request": {
          "filter": {
            "color": "red"
          }
        },
        "error": "invalid_params"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "location.update",
    "summary": "Changes a location.",
    "description": "For administrators; what is left out stays.",
    "scope": "admin",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "LocationUpdateParams",
    "result": "LocationUpdateResult",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "A change",
        "request": {
          "location_id": 1,
          "location_name": "Dallas One"
        },
        "result": {
          "data": {
            "id": 1,
            "type": "location",
            "attributes": {
              "location_id": 1,
              "location_uuid": "0b9f7a53-3d64-4f0e-8a53-1c6f2d7e9b10",
              "location_code": "dal1",
              "location_name": "Dallas One",
              "location_provider": "Example Inc.",
              "location_text": "Dallas, TX",
              "location_address": {
                "city": "Dallas"
              },
              "location_features": [
                "ipv6"
              ],
              "location_peeringdb_id": null,
              "location_created_at": 1767225600000
            }
          }
        }
      },
      {
        "summary": "One that does not exist",
        "request": {
          "location_id": 999,
          "location_name": "Dallas One"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "network.add",
    "summary": "Makes a network.",
    "description": "A bridge unless `network_type` says otherwise; without an address in the configuration the server picks a free one. Keys that reach beyond the network itself (`raw.dnsmasq`, `bridge.external_interfaces`, tunnels, ...) are for administrators.",
    "scope": "network:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "NetworkAddParams",
    "result": "NetworkAck",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "A bridge with an address of its own",
        "request": {
          "server_id": 1,
          "network_name": "lab0",
          "network_config": {
            "ipv4.address": "10.9.8.1/24",
            "ipv4.nat": "true",
            "ipv6.address": "none"
          },
          "network_description": "For the lab"
        },
        "result": {
          "data": {
            "type": "network",
            "attributes": {
              "response": true,
              "network_name": "lab0"
            }
          },
          "meta": {
            "etag": "9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f"
          }
        }
      },
      {
        "summary": "A name that is taken",
        "request": {
          "server_id": 1,
          "network_name": "lxdbr0"
        },
        "error": "conflict"
      },
      {
        "summary": "A key that does not exist",
        "request": {
          "server_id": 1,
          "network_name": "lab1",
          "network_config": {
            "no.such": "1"
          }
        },
        "error": "invalid_params"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "network.delete",
    "summary": "Deletes a network.",
    "description": "Refused while a profile or an instance uses it.",
    "scope": "network:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "NetworkDeleteParams",
    "result": "Ack",
    "errors": [
      "bad_state",
      "conflict"
    ],
    "examples": [
      {
        "summary": "One that nothing uses",
        "request": {
          "server_id": 1,
          "network_name": "spare0"
        },
        "result": {
          "data": {
            "type": "network",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "One that is in use",
        "request": {
          "server_id": 1,
          "network_name": "lxdbr0"
        },
        "error": "conflict"
      },
      {
        "summary": "A network that does not exist",
        "request": {
          "server_id": 1,
          "network_name": "nonesuch"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "network.list",
    "summary": "The networks of a server.",
    "description": "All of them, also those that the server only finds and does not manage: the interfaces of profiles name either. Who uses a network and its whole configuration are shown to administrators and the owner of the server. `sort` and `filter` take network_name and network_type.",
    "scope": "network:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "NetworkListParams",
    "result": "NetworkListResult",
    "errors": [],
    "examples": [
      {
        "summary": "All",
        "request": {
          "server_id": 1
        },
        "result": {
          "data": [
            {
              "id": 39083028207411,
              "type": "network",
              "attributes": {
                "provider": "lxd",
                "network_name": "lxdbr0",
                "network_type": "bridge",
                "network_addr": "10.0.3.1/24",
                "network_managed": true,
                "network_config": {
                  "ipv4.address": "10.0.3.1/24",
                  "ipv4.nat": "true",
                  "ipv6.address": "none"
                },
                "network_description": "",
                "network_used_by": [
                  "/1.0/profiles/default"
                ],
                "network_etag": "9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f"
              }
            }
          ],
          "meta": {
            "next": null
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
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "network.update",
    "summary": "Changes what a network is set to.",
    "description": "Keys of `network_config` are set, a null removes one, what is not named stays. With an `etag` the call is refused when the network has changed since. Instances on the network see the change at once. The type of a network cannot be changed.",
    "scope": "network:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "NetworkUpdateParams",
    "result": "NetworkAck",
    "errors": [
      "bad_state",
      "conflict"
    ],
    "examples": [
      {
        "summary": "Without address translation",
        "request": {
          "server_id": 1,
          "network_name": "lxdbr0",
          "network_config": {
            "ipv4.nat": null,
            "dns.domain": "lab.example"
          }
        },
        "result": {
          "data": {
            "type": "network",
            "attributes": {
              "response": true,
              "network_name": "lxdbr0"
            }
          },
          "meta": {
            "etag": "9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f"
          }
        }
      },
      {
        "summary": "One that the server does not manage",
        "request": {
          "server_id": 1,
          "network_name": "eth0",
          "network_description": "x"
        },
        "error": "bad_state"
      },
      {
        "summary": "A network that does not exist",
        "request": {
          "server_id": 1,
          "network_name": "nonesuch"
        },
        "error": "not_found"
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
    "answer": "document",
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
    "answer": "document",
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
    "answer": "document",
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
    "name": "os.add",
    "summary": "Adds an operating system: an image with a name.",
    "description": "For administrators. `os_slug` is unique.",
    "scope": "admin",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "OsAddParams",
    "result": "OsAddResult",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "A new one",
        "request": {
          "os_slug": "alpine-3.22",
          "os_image_alias": "busybox"
        },
        "result": {
          "data": {
            "id": 1,
            "type": "os",
            "attributes": {
              "os_id": 1,
              "os_uuid": "0b9f7a53-3d64-4f0e-8a53-1c6f2d7e9b10",
              "os_slug": "alpine-3.22",
              "os_name": "BusyBox",
              "os_description": "",
              "os_distro": "",
              "os_version": "",
              "os_source_url": "",
              "os_image_alias": "busybox",
              "os_image_server": "",
              "os_image_protocol": "simplestreams",
              "os_instance_type": "container",
              "os_default_env": {},
              "os_hidden": false
            }
          }
        }
      },
      {
        "summary": "One that is there already",
        "request": {
          "os_slug": "busybox",
          "os_image_alias": "busybox"
        },
        "error": "conflict"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "os.delete",
    "summary": "Deletes an operating system.",
    "description": "For administrators. `bad_state` while there are instances of it: it says how many. Mark it `os_hidden` then.",
    "scope": "admin",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "OsDeleteParams",
    "result": "Ack",
    "errors": [
      "bad_state"
    ],
    "examples": [
      {
        "summary": "One that nothing was made of",
        "request": {
          "os_id": 1
        },
        "result": {
          "data": {
            "type": "os",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "One that does not exist",
        "request": {
          "os_id": 999
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "os.list",
    "summary": "All operating systems.",
    "description": "For everybody with a token; hidden ones for administrators. `sort` takes os_id, os_slug, os_name; `filter` takes os_id, os_slug, os_instance_type, os_hidden.",
    "scope": "os:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "OsListParams",
    "result": "OsListResult",
    "errors": [],
    "examples": [
      {
        "summary": "All",
        "request": {},
        "result": {
          "data": [
            {
              "id": 1,
              "type": "os",
              "attributes": {
                "os_id": 1,
                "os_uuid": "0b9f7a53-3d64-4f0e-8a53-1c6f2d7e9b10",
                "os_slug": "busybox",
                "os_name": "BusyBox",
                "os_description": "",
                "os_distro": "",
                "os_version": "",
                "os_source_url": "",
                "os_image_alias": "busybox",
                "os_image_server": "",
                "os_image_protocol": "simplestreams",
                "os_instance_type": "container",
                "os_default_env": {},
                "os_hidden": false
              }
            }
          ],
          "meta": {
            "next": null
          }
        }
      },
      {
        "summary": "By what it cannot be filtered by",
        "request": {
          "filter": {
            "color": "red"
          }
        },
        "error": "invalid_params"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "os.update",
    "summary": "Changes an operating system.",
    "description": "For administrators; what is left out stays.",
    "scope": "admin",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "OsUpdateParams",
    "result": "OsUpdateResult",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "A change",
        "request": {
          "os_id": 1,
          "os_name": "Busy Box"
        },
        "result": {
          "data": {
            "id": 1,
            "type": "os",
            "attributes": {
              "os_id": 1,
              "os_uuid": "0b9f7a53-3d64-4f0e-8a53-1c6f2d7e9b10",
              "os_slug": "busybox",
              "os_name": "Busy Box",
              "os_description": "",
              "os_distro": "",
              "os_version": "",
              "os_source_url": "",
              "os_image_alias": "busybox",
              "os_image_server": "",
              "os_image_protocol": "simplestreams",
              "os_instance_type": "container",
              "os_default_env": {},
              "os_hidden": false
            }
          }
        }
      },
      {
        "summary": "One that does not exist",
        "request": {
          "os_id": 999,
          "os_name": "Busy Box"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "plan.add",
    "summary": "Adds a plan: a size with a name.",
    "description": "For administrators. `plan_slug` is unique.",
    "scope": "admin",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "PlanAddParams",
    "result": "PlanAddResult",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "A new one",
        "request": {
          "plan_slug": "other-1",
          "plan_vcpus": 1,
          "plan_memory_mb": 1024,
          "plan_disk_mb": 10240
        },
        "result": {
          "data": {
            "id": 1,
            "type": "plan",
            "attributes": {
              "plan_id": 1,
              "plan_uuid": "0b9f7a53-3d64-4f0e-8a53-1c6f2d7e9b10",
              "plan_slug": "other-1",
              "plan_name": "Small",
              "plan_description": "",
              "plan_line": "",
              "plan_class": "",
              "plan_vcpus": 1,
              "plan_memory_mb": 1024,
              "plan_burst_memory_mb": null,
              "plan_disk_mb": 10240,
              "plan_traffic_in_limit": 0,
              "plan_traffic_out_limit": 0,
              "plan_traffic_total_limit": 0,
              "plan_price_hour_micros": 7000,
              "plan_legacy": false,
              "plan_location_ids": [
                1
              ]
            }
          }
        }
      },
      {
        "summary": "One that is there already",
        "request": {
          "plan_slug": "small",
          "plan_vcpus": 1,
          "plan_memory_mb": 1024,
          "plan_disk_mb": 10240
        },
        "error": "conflict"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "plan.delete",
    "summary": "Deletes a plan.",
    "description": "For administrators. `bad_state` while there are instances of it: it says how many. Mark it `plan_legacy` then.",
    "scope": "admin",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "PlanDeleteParams",
    "result": "Ack",
    "errors": [
      "bad_state"
    ],
    "examples": [
      {
        "summary": "One that nothing was ordered as",
        "request": {
          "plan_id": 1
        },
        "result": {
          "data": {
            "type": "plan",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "One that does not exist",
        "request": {
          "plan_id": 999
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "plan.list",
    "summary": "All plans.",
    "description": "For everybody with a token. `sort` takes plan_id, plan_slug, plan_name, plan_vcpus, plan_memory_mb, plan_disk_mb, plan_price_hour_micros; `filter` takes plan_id, plan_slug, plan_legacy.",
    "scope": "plan:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "PlanListParams",
    "result": "PlanListResult",
    "errors": [],
    "examples": [
      {
        "summary": "All",
        "request": {},
        "result": {
          "data": [
            {
              "id": 1,
              "type": "plan",
              "attributes": {
                "plan_id": 1,
                "plan_uuid": "0b9f7a53-3d64-4f0e-8a53-1c6f2d7e9b10",
                "plan_slug": "small",
                "plan_name": "Small",
                "plan_description": "",
                "plan_line": "",
                "plan_class": "",
                "plan_vcpus": 1,
                "plan_memory_mb": 1024,
                "plan_burst_memory_mb": null,
                "plan_disk_mb": 10240,
                "plan_traffic_in_limit": 0,
                "plan_traffic_out_limit": 0,
                "plan_traffic_total_limit": 0,
                "plan_price_hour_micros": 7000,
                "plan_legacy": false,
                "plan_location_ids": [
                  1
                ]
              }
            }
          ],
          "meta": {
            "next": null
          }
        }
      },
      {
        "summary": "What is not offered any more",
        "request": {
          "sort": "-plan_memory_mb",
          "filter": {
            "plan_legacy": true
          }
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
    "name": "plan.update",
    "summary": "Changes a plan.",
    "description": "For administrators; what is left out stays.",
    "scope": "admin",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "PlanUpdateParams",
    "result": "PlanUpdateResult",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "A change",
        "request": {
          "plan_id": 1,
          "plan_price_hour_micros": 8000
        },
        "result": {
          "data": {
            "id": 1,
            "type": "plan",
            "attributes": {
              "plan_id": 1,
              "plan_uuid": "0b9f7a53-3d64-4f0e-8a53-1c6f2d7e9b10",
              "plan_slug": "small",
              "plan_name": "Small",
              "plan_description": "",
              "plan_line": "",
              "plan_class": "",
              "plan_vcpus": 1,
              "plan_memory_mb": 1024,
              "plan_burst_memory_mb": null,
              "plan_disk_mb": 10240,
              "plan_traffic_in_limit": 0,
              "plan_traffic_out_limit": 0,
              "plan_traffic_total_limit": 0,
              "plan_price_hour_micros": 8000,
              "plan_legacy": false,
              "plan_location_ids": [
                1
              ]
            }
          }
        }
      },
      {
        "summary": "One that does not exist",
        "request": {
          "plan_id": 999,
          "plan_price_hour_micros": 8000
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "pool.list",
    "summary": "The storage pools of a server.",
    "description": "The same rows as in `included` of `server.get`. `sort` takes pool_name, pool_driver, pool_space_total and pool_space_used, `filter` pool_name, pool_driver and pool_status.",
    "scope": "storage:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "PoolListParams",
    "result": "PoolListResult",
    "errors": [],
    "examples": [
      {
        "summary": "All",
        "request": {
          "server_id": 1
        },
        "result": {
          "data": [
            {
              "id": 178044373206017,
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
          ],
          "meta": {
            "next": null
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
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "prefix.add",
    "summary": "Adds addresses: a pool, the block of a server, or a reservation of a project.",
    "description": "For administrators. Of a `pool` each server gets a block of its own (setting `ipam.host_prefix_length`) with its first instance that needs one, of the block each such instance a /64, the lowest free first. Servers carry such packets beyond themselves only with `net.ipv6.conf.all.forwarding=1`, which LXD does not set. With `location_id` a pool serves only the servers of that place. A `host` block is given to `server_id`: it lies in a pool or stands alone. A `reservation` is kept for `project_id` and lies in a pool or stands alone. `prefix` is written in its one form (RFC 5952), all bits behind its length zero; one that overlaps another is a `conflict`.",
    "scope": "admin",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "PrefixAddParams",
    "result": "PrefixAddResult",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "A pool of a place",
        "request": {
          "prefix": "2001:db8:100::/42",
          "prefix_purpose": "pool",
          "location_id": 1
        },
        "result": {
          "data": {
            "id": 4,
            "type": "prefix",
            "attributes": {
              "prefix_id": 4,
              "prefix_uuid": "0b9f7a53-3d64-4f0e-8a53-1c6f2d7e9b10",
              "prefix": "2001:db8:100::/42",
              "prefix_purpose": "pool",
              "prefix_public": true,
              "prefix_parent_id": null,
              "prefix_used": 0,
              "prefix_released_at": null,
              "prefix_created_at": 1767225600000,
              "location_id": 1,
              "server_id": null,
              "project_id": null,
              "instance_id": null
            }
          }
        }
      },
      {
        "summary": "One that is added already",
        "request": {
          "prefix": "2001:db8:f000::/42",
          "prefix_purpose": "pool"
        },
        "error": "conflict"
      },
      {
        "summary": "A network with an address in it",
        "request": {
          "prefix": "2001:db8:100::1/42",
          "prefix_purpose": "pool"
        },
        "error": "invalid_params"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "prefix.delete",
    "summary": "Deletes a pool, the block of a server or a reservation.",
    "description": "For administrators. `conflict` while something of it is given out, or was until a moment ago (setting `ipam.quarantine_seconds`). Prefixes of instances go with their instance.",
    "scope": "admin",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "PrefixDeleteParams",
    "result": "Ack",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "A reservation",
        "request": {
          "prefix_id": 3
        },
        "result": {
          "data": {
            "type": "prefix",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "A pool of which blocks are given out",
        "request": {
          "prefix_id": 2
        },
        "error": "conflict"
      },
      {
        "summary": "One that does not exist",
        "request": {
          "prefix_id": 999
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "prefix.list",
    "summary": "Addresses that are given out: pools, blocks, prefixes.",
    "description": "Administrators see all, others those of their projects. `sort` takes prefix_id, prefix_created_at; `filter` takes prefix_id, prefix_purpose, location_id, server_id, project_id.",
    "scope": "prefix:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "PrefixListParams",
    "result": "PrefixListResult",
    "errors": [],
    "examples": [
      {
        "summary": "Those of a project",
        "request": {
          "filter": {
            "project_id": 4
          }
        },
        "result": {
          "data": [
            {
              "id": 3,
              "type": "prefix",
              "attributes": {
                "prefix_id": 3,
                "prefix_uuid": "0b9f7a53-3d64-4f0e-8a53-1c6f2d7e9b10",
                "prefix": "2001:db8:e000:100::/56",
                "prefix_purpose": "reservation",
                "prefix_public": true,
                "prefix_parent_id": 2,
                "prefix_used": 0,
                "prefix_released_at": null,
                "prefix_created_at": 1767225600000,
                "location_id": null,
                "server_id": null,
                "project_id": 4,
                "instance_id": null
              }
            }
          ],
          "meta": {
            "next": null
          }
        }
      },
      {
        "summary": "By what it cannot be filtered by",
        "request": {
          "filter": {
            "color": "red"
          }
        },
        "error": "invalid_params"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "profile.add",
    "summary": "Makes a profile.",
    "description": "For administrators and the owner of the server.",
    "scope": "profile:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [
      "profile_body"
    ],
    "params": "ProfileAddParams",
    "result": "ProfileAck",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "One with a limit",
        "request": {
          "server_id": 1,
          "profile_name": "small",
          "profile_body": "config:\n  limits.memory: 64MiB\ndescription: Little memory\n"
        },
        "result": {
          "data": {
            "type": "profile",
            "attributes": {
              "response": true,
              "profile_name": "small"
            }
          },
          "meta": {
            "etag": "9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f"
          }
        }
      },
      {
        "summary": "A name that is taken",
        "request": {
          "server_id": 1,
          "profile_name": "default",
          "profile_body": "config: {}\n"
        },
        "error": "conflict"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "profile.delete",
    "summary": "Deletes a profile.",
    "description": "Refused while an instance uses it, and for the profile `default`.",
    "scope": "profile:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ProfileDeleteParams",
    "result": "Ack",
    "errors": [
      "bad_state",
      "conflict"
    ],
    "examples": [
      {
        "summary": "One that nothing uses",
        "request": {
          "server_id": 1,
          "profile_name": "spare"
        },
        "result": {
          "data": {
            "type": "profile",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "The one that every server has",
        "request": {
          "server_id": 1,
          "profile_name": "default"
        },
        "error": "bad_state"
      },
      {
        "summary": "A profile that does not exist",
        "request": {
          "server_id": 1,
          "profile_name": "nonesuch"
        },
        "error": "not_found"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "profile.list",
    "summary": "The profiles of a server.",
    "description": "The same rows as in `included` of `server.get`. `used_by` in the text is for administrators and the owner of the server. `sort` and `filter` take profile_name.",
    "scope": "profile:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ProfileListParams",
    "result": "ProfileListResult",
    "errors": [],
    "examples": [
      {
        "summary": "All",
        "request": {
          "server_id": 1
        },
        "result": {
          "data": [
            {
              "id": 144809977209014,
              "type": "profile",
              "attributes": {
                "provider": "lxd",
                "profile_name": "default",
                "profile_body": "config:\n  limits.memory: 256MiB\ndescription: Default profile\ndevices:\n  root:\n    type: disk\n    path: /\n    pool: default\n  eth0:\n    type: nic\n    name: eth0\n    network: lxdbr0\nname: default\nused_by: []\n",
                "profile_etag": "9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f"
              }
            }
          ],
          "meta": {
            "next": null
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
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "profile.update",
    "summary": "Replaces what a profile sets, and renames it.",
    "description": "The text is the whole profile, as `profile.list` gives it: what it does not hold is removed. With an `etag` the call is refused when the profile has changed since; without one the last update stands, and none is lost half way. Instances that use the profile change at once. What tenants may not set on an instance they may not set here.",
    "scope": "profile:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [
      "profile_body"
    ],
    "params": "ProfileUpdateParams",
    "result": "ProfileAck",
    "errors": [
      "bad_state",
      "conflict"
    ],
    "examples": [
      {
        "summary": "A limit for all that use it",
        "request": {
          "server_id": 1,
          "profile_name": "default",
          "profile_body": "config:\n  limits.memory: 256MiB\ndescription: Default profile\ndevices:\n  root:\n    type: disk\n    path: /\n    pool: default\n  eth0:\n    type: nic\n    name: eth0\n    network: lxdbr0\nname: default\nused_by: []\n"
        },
        "result": {
          "data": {
            "type": "profile",
            "attributes": {
              "response": true,
              "profile_name": "default"
            }
          },
          "meta": {
            "etag": "9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f"
          }
        }
      },
      {
        "summary": "A profile that does not exist",
        "request": {
          "server_id": 1,
          "profile_name": "nonesuch",
          "profile_body": "config: {}\n"
        },
        "error": "not_found"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "project.add",
    "summary": "Makes a project.",
    "description": "Its maker is its owner and may let others in with `project.member.add`. What is made in it counts against its maker's quota, unless an administrator gives the project one of its own.",
    "scope": "project:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ProjectAddParams",
    "result": "ProjectAddResult",
    "errors": [],
    "examples": [
      {
        "summary": "A project",
        "request": {
          "project_name": "shop"
        },
        "result": {
          "data": {
            "id": 4,
            "type": "project",
            "attributes": {
              "project_id": 4,
              "project_name": "shop",
              "project_uuid": "6f1c1f0e-8a3e-4a43-9b1e-0f6a5c3d2b1a",
              "project_personal": false,
              "user_id": 2,
              "project_created_at": 1767225600000,
              "project_updated_at": 1767225600000
            }
          }
        }
      },
      {
        "summary": "Without a name",
        "request": {
          "project_name": " "
        },
        "error": "invalid_params"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "project.delete",
    "summary": "Deletes a project.",
    "description": "For its owners. It must not have instances any more: `bad_state` says how many it has. A personal project goes with its user only. Who belonged to it goes on seeing what happened there.",
    "scope": "project:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ProjectDeleteParams",
    "result": "Ack",
    "errors": [
      "bad_state"
    ],
    "examples": [
      {
        "summary": "An empty one",
        "request": {
          "project_id": 4
        },
        "result": {
          "data": {
            "type": "project",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "A personal one",
        "request": {
          "project_id": 2
        },
        "error": "bad_state"
      },
      {
        "summary": "One that does not exist",
        "request": {
          "project_id": 999
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "project.get",
    "summary": "A project.",
    "description": "For its members and administrators.",
    "scope": "project:read",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ProjectGetParams",
    "result": "ProjectGetResult",
    "errors": [],
    "examples": [
      {
        "summary": "A project",
        "request": {
          "project_id": 4
        },
        "result": {
          "data": {
            "id": 4,
            "type": "project",
            "attributes": {
              "project_id": 4,
              "project_name": "shop",
              "project_uuid": "6f1c1f0e-8a3e-4a43-9b1e-0f6a5c3d2b1a",
              "project_personal": false,
              "user_id": 2,
              "project_created_at": 1767225600000,
              "project_updated_at": 1767225600000
            }
          }
        }
      },
      {
        "summary": "One that does not exist",
        "request": {
          "project_id": 999
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "project.list",
    "summary": "The projects the caller belongs to.",
    "description": "Administrators see all. `sort` takes project_id, project_name, project_created_at and project_updated_at; `filter` takes project_id, project_name and project_personal.",
    "scope": "project:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ProjectListParams",
    "result": "ProjectListResult",
    "errors": [],
    "examples": [
      {
        "summary": "By name",
        "request": {
          "sort": "project_name",
          "filter": {
            "project_personal": false
          }
        },
        "result": {
          "data": [
            {
              "id": 4,
              "type": "project",
              "attributes": {
                "project_id": 4,
                "project_name": "shop",
                "project_uuid": "6f1c1f0e-8a3e-4a43-9b1e-0f6a5c3d2b1a",
                "project_personal": false,
                "user_id": 2,
                "project_created_at": 1767225600000,
                "project_updated_at": 1767225600000
              }
            }
          ],
          "meta": {
            "next": null
          }
        }
      },
      {
        "summary": "By what it cannot be sorted by",
        "request": {
          "sort": "color"
        },
        "error": "invalid_params"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "project.member.add",
    "summary": "Lets a user into a project.",
    "description": "For its owners and admins; only owners make owners, and a personal project has no other. Somebody who shares no project with the caller is named by `user_email`: numbers are for administrators then. Such tries are counted (`rate_limited`).",
    "scope": "project:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ProjectMemberAddParams",
    "result": "Ack",
    "errors": [
      "conflict",
      "bad_state",
      "rate_limited"
    ],
    "examples": [
      {
        "summary": "By address",
        "request": {
          "project_id": 4,
          "user_email": "bob@example.net",
          "roles": [
            "collaborator"
          ]
        },
        "result": {
          "data": {
            "type": "member",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "Another owner of a personal project",
        "request": {
          "project_id": 2,
          "user_id": 3,
          "roles": [
            "owner"
          ]
        },
        "error": "bad_state"
      },
      {
        "summary": "Nobody we know",
        "request": {
          "project_id": 4,
          "user_id": 999,
          "roles": [
            "billing"
          ]
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "project.member.list",
    "summary": "The members of a project.",
    "description": "For its members. `sort` takes user_id and member_created_at; `filter` takes user_id.",
    "scope": "project:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ProjectMemberListParams",
    "result": "ProjectMemberListResult",
    "errors": [],
    "examples": [
      {
        "summary": "All",
        "request": {
          "project_id": 4
        },
        "result": {
          "data": [
            {
              "id": 4,
              "type": "member",
              "attributes": {
                "project_id": 4,
                "user_id": 2,
                "user_login": "alice",
                "user_email": "alice@example.net",
                "roles": [
                  "owner"
                ],
                "member_created_at": 1767225600000
              }
            }
          ],
          "meta": {
            "next": null
          }
        }
      },
      {
        "summary": "Of a project that does not exist",
        "request": {
          "project_id": 999
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "project.member.remove",
    "summary": "Takes a member out of a project.",
    "description": "For owners and admins of the project, and for every member to leave it; only owners take out owners. It holds at once: open consoles, sockets and streams show nothing of the project any more. The last owner stays.",
    "scope": "project:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ProjectMemberRemoveParams",
    "result": "Ack",
    "errors": [
      "bad_state"
    ],
    "examples": [
      {
        "summary": "Out of a project",
        "request": {
          "project_id": 4,
          "user_id": 1
        },
        "result": {
          "data": {
            "type": "member",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "The last owner",
        "request": {
          "project_id": 4,
          "user_id": 2
        },
        "error": "bad_state"
      },
      {
        "summary": "Who is no member",
        "request": {
          "project_id": 4,
          "user_id": 3
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "project.member.update",
    "summary": "Other roles for a member.",
    "description": "For owners and admins of the project; only owners make and unmake owners. The roles replace those held, and hold from the member's next call on, also for open sockets and streams. The last owner stays one.",
    "scope": "project:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ProjectMemberUpdateParams",
    "result": "Ack",
    "errors": [
      "bad_state"
    ],
    "examples": [
      {
        "summary": "A second role",
        "request": {
          "project_id": 4,
          "user_id": 2,
          "roles": [
            "owner",
            "billing"
          ]
        },
        "result": {
          "data": {
            "type": "member",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "The last owner",
        "request": {
          "project_id": 4,
          "user_id": 2,
          "roles": [
            "billing"
          ]
        },
        "error": "bad_state"
      },
      {
        "summary": "Who is no member",
        "request": {
          "project_id": 4,
          "user_id": 3,
          "roles": [
            "billing"
          ]
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "project.update",
    "summary": "Another name for a project.",
    "description": "For its owners and admins.",
    "scope": "project:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ProjectUpdateParams",
    "result": "ProjectUpdateResult",
    "errors": [],
    "examples": [
      {
        "summary": "Another name",
        "request": {
          "project_id": 4,
          "project_name": "store"
        },
        "result": {
          "data": {
            "id": 4,
            "type": "project",
            "attributes": {
              "project_id": 4,
              "project_name": "store",
              "project_uuid": "6f1c1f0e-8a3e-4a43-9b1e-0f6a5c3d2b1a",
              "project_personal": false,
              "user_id": 2,
              "project_created_at": 1767225600000,
              "project_updated_at": 1767225600000
            }
          }
        }
      },
      {
        "summary": "One that does not exist",
        "request": {
          "project_id": 999,
          "project_name": "store"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "quota.list",
    "summary": "What a user or a project may use, and does.",
    "description": "Without a number the caller's own. Of other users for administrators, of a project for its owners. A project without a quota of its own shares that of the user who made it: what all such projects use is counted together. Projects made by administrators are measured one by one.",
    "scope": "quota:read",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "QuotaListParams",
    "result": "QuotaListResult",
    "errors": [],
    "examples": [
      {
        "summary": "Of a user",
        "request": {
          "user_id": 2
        },
        "result": {
          "data": [
            {
              "id": 1,
              "type": "quota",
              "attributes": {
                "user_id": 2,
                "quota_resource": "instances",
                "quota_maximum": null,
                "quota_source": "default",
                "quota_used": 2
              }
            }
          ]
        }
      },
      {
        "summary": "Of a project that does not exist",
        "request": {
          "project_id": 999
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "quota.set",
    "summary": "Bounds what a user or a project may use.",
    "description": "For administrators, who have no quota themselves but `image_mb`: only they upload images. A bound below what is used stops new work only. `image_mb` is what a user has in the image server and in uploads, MiB; it is not counted for projects. `addresses` counts prefixes: those of instances and those reserved. `volumes` is a bound for what keeps count of those.",
    "scope": "admin",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "QuotaSetParams",
    "result": "Ack",
    "errors": [],
    "examples": [
      {
        "summary": "Five instances",
        "request": {
          "project_id": 4,
          "quota_resource": "instances",
          "quota_maximum": 5
        },
        "result": {
          "data": {
            "type": "quota",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "Of nobody",
        "request": {
          "quota_resource": "instances",
          "quota_maximum": 5
        },
        "error": "invalid_params"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "server.add",
    "summary": "Registers a server.",
    "description": "Connects, checks the certificate against `server_fingerprint`, the join token or what the caller's last `server.verify` saw, makes the server trust us, pins the certificate and reads all instances. Instances that exist already are adopted. At a location it gets the lowest number that is free there, `server_ordinal`.",
    "scope": "server:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
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
    "answer": "document",
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
    "answer": "document",
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
              "location_id": null,
              "server_ordinal": null,
              "server_disabled": false,
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
                "profile_body": "config: {}\ndescription: Default profile\ndevices:\n  root:\n    type: disk\n    path: /\n    pool: default\n  eth0:\n    type: nic\n    name: eth0\n    network: lxdbr0\nname: default\nused_by:\n  - /1.0/instances/web-1\n  - /1.0/instances/web-2\n",
                "profile_etag": "9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f9c1f"
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
    "answer": "document",
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
    "answer": "document",
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
                "location_id": null,
                "server_ordinal": null,
                "server_disabled": false,
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
    "answer": "document",
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
    "name": "server.update",
    "summary": "Names a server anew, puts it at a location, or keeps new machines off it.",
    "description": "For its owner and administrators. At a location it gets the lowest number that is free there, `server_ordinal`. It keeps its place while it carries instances with addresses of that place. A disabled server goes on with what it carries; plans and dialects place nothing new on it.",
    "scope": "server:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "ServerUpdateParams",
    "result": "ServerUpdateResult",
    "errors": [
      "bad_state"
    ],
    "examples": [
      {
        "summary": "Another name",
        "request": {
          "server_id": 1,
          "server_name": "lab"
        },
        "result": {
          "data": {
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
              "location_id": null,
              "server_ordinal": null,
              "server_disabled": false,
              "provider": "lxd"
            }
          }
        }
      },
      {
        "summary": "A server that does not exist",
        "request": {
          "server_id": 999,
          "server_name": "x"
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
    "answer": "document",
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
    "name": "simplestream.add",
    "summary": "Enters a product in the image server.",
    "description": "For administrators. A product is an operating system, a release, an architecture and a variant; its images come with `simplestream.upload`. Aliases are separated by commas without spaces, and belong to one product of an architecture; without any they are `os/release/variant`, and `os/release` for the variant `default`. Clients add `/arch` to each by themselves.",
    "scope": "simplestream:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "SimplestreamAddParams",
    "result": "SimplestreamAddResult",
    "errors": [
      "conflict",
      "unsupported"
    ],
    "examples": [
      {
        "summary": "Busybox for amd64",
        "request": {
          "product_os": "busybox",
          "product_release": "1.36",
          "product_arch": "amd64"
        },
        "result": {
          "data": {
            "id": 1,
            "type": "product",
            "attributes": {
              "product_id": 1,
              "product_key": "busybox:1.36:amd64:default",
              "product_os": "busybox",
              "product_release": "1.36",
              "product_release_title": "1.36",
              "product_arch": "amd64",
              "product_variant": "default",
              "product_aliases": [
                "busybox/1.36/default",
                "busybox/1.36"
              ],
              "product_created_at": 1763700000,
              "product_versions": [],
              "product_keep_serials": null,
              "product_lifetime_days": null,
              "product_requirements": {},
              "product_support_eol": ""
            }
          }
        }
      },
      {
        "summary": "An architecture nobody knows",
        "request": {
          "product_os": "busybox",
          "product_release": "1.36",
          "product_arch": "abacus"
        },
        "error": "invalid_params"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "simplestream.delete",
    "summary": "Takes a version or a product off the image server.",
    "description": "For administrators and whoever made the product. With `product_version_serial` that version is retired; without it the product goes with all of its versions. What goes is not listed from now on; its files are answered for `simplestream.grace_hours` longer, because hosts keep a catalogue for an hour, and are removed then. A retired serial is not taken again. The key of a deleted product is free at once: entering it again within that time gives it its old number, and its old serials stay taken; afterwards it is a new product.",
    "scope": "simplestream:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "SimplestreamDeleteParams",
    "result": "SimplestreamDeleteResult",
    "errors": [
      "not_found",
      "unsupported"
    ],
    "examples": [
      {
        "summary": "A product with all of its versions",
        "request": {
          "product_id": "void:rolling:amd64:default"
        },
        "result": {
          "data": {
            "id": 1,
            "type": "product",
            "attributes": {
              "response": true,
              "product_id": 1,
              "product_key": "void:rolling:amd64:default",
              "product_version_serials": [
                "20251121_0430"
              ]
            }
          }
        }
      },
      {
        "summary": "A version that is not there",
        "request": {
          "product_id": "void:rolling:amd64:default",
          "product_version_serial": "20200101"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "simplestream.images",
    "summary": "The images of the image server, as clients see them.",
    "description": "Open to everyone. Newest first; an alias stands at the image it leads to. `sort` and `filter` take image_fingerprint, image_instance_type, image_architecture, image_os, image_release, image_variant, image_serial, product_id and product_key; `sort` also image_size.",
    "scope": "public",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "GET",
      "POST"
    ],
    "secrets": [],
    "params": "SimplestreamImagesParams",
    "result": "SimplestreamImagesResult",
    "errors": [
      "unsupported"
    ],
    "examples": [
      {
        "summary": "Everything",
        "request": {},
        "result": {
          "data": [
            {
              "id": 26369103893742,
              "type": "image",
              "attributes": {
                "image_fingerprint": "5dbbf1d9ee0e6d0cb2c4a0b0a6bd9e1fd1f2f5ea4a3bd4a8f7b5bda0a1f2c3d4",
                "image_instance_type": "container",
                "image_architecture": "x86_64",
                "image_aliases": [
                  "busybox/1.36/default",
                  "busybox/1.36"
                ],
                "image_size": 929792,
                "image_description": "busybox 1.36 amd64 (20251121_0430)",
                "image_os": "busybox",
                "image_release": "1.36",
                "image_variant": "default",
                "image_serial": "20251121_0430",
                "product_id": 1,
                "product_arch": "amd64",
                "product_key": "busybox:1.36:amd64:default",
                "product_version_serial": "20251121_0430"
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
    "name": "simplestream.import",
    "summary": "Takes an image from elsewhere into the image server.",
    "description": "For administrators. From one of three places: an image in a server's own store (`server_id`, `image_fingerprint`); a snapshot of a container (`instance_id` or `server_id` and `instance_name`, with `snapshot_name`), of which its server makes an image for as long as it takes; or another image server (`image_server_host`, `instance_image`), where the image for the product's architecture is taken. What comes is checked as an upload is, and its fingerprint is that of the image that was asked for. Imports into one product take place one after the other. The result holds `image_fingerprint`.",
    "scope": "simplestream:write",
    "mutates": true,
    "list": false,
    "long": true,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "SimplestreamImportParams",
    "result": "OperationAck",
    "errors": [
      "not_found",
      "conflict",
      "unsupported",
      "host_unreachable",
      "host_failed",
      "host_untrusted",
      "no_capacity",
      "quota_exceeded",
      "too_large",
      "rate_limited"
    ],
    "examples": [
      {
        "summary": "Of a snapshot",
        "request": {
          "product_id": "void:rolling:amd64:default",
          "product_version_serial": "20251121_0430",
          "instance_id": 2,
          "snapshot_name": "before"
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
        "summary": "An image a server has",
        "request": {
          "product_id": "void:rolling:amd64:default",
          "product_version_serial": "20251121_0430",
          "server_id": 1,
          "image_fingerprint": "b57ab57ab57a"
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
        "summary": "From nowhere",
        "request": {
          "product_id": "void:rolling:amd64:default",
          "product_version_serial": "20251121_0430"
        },
        "error": "invalid_params"
      },
      {
        "summary": "A snapshot that is not there",
        "request": {
          "product_id": "void:rolling:amd64:default",
          "product_version_serial": "20251121_0430",
          "instance_id": 2,
          "snapshot_name": "after"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "simplestream.list",
    "summary": "The products of the image server and their versions.",
    "description": "Open to everyone, as the images are. Versions that are not complete, and retired ones, are not shown. The same address is an image server: `/v1/simplestream.list/streams/v1/index.json` and what it points to. `sort` and `filter` take product_id, product_os, product_release, product_arch, product_variant and product_key; `sort` also product_created_at.",
    "scope": "public",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "GET",
      "POST"
    ],
    "secrets": [],
    "params": "SimplestreamListParams",
    "result": "SimplestreamListResult",
    "errors": [
      "unsupported"
    ],
    "examples": [
      {
        "summary": "Everything",
        "request": {},
        "result": {
          "data": [
            {
              "id": 1,
              "type": "product",
              "attributes": {
                "product_id": 1,
                "product_key": "busybox:1.36:amd64:default",
                "product_os": "busybox",
                "product_release": "1.36",
                "product_release_title": "1.36",
                "product_arch": "amd64",
                "product_variant": "default",
                "product_aliases": [
                  "busybox/1.36/default",
                  "busybox/1.36"
                ],
                "product_created_at": 1763700000,
                "product_keep_serials": null,
                "product_lifetime_days": null,
                "product_requirements": {},
                "product_support_eol": "",
                "product_versions": [
                  {
                    "product_version_serial": "20251121_0430",
                    "product_version_created_at": 1763700100,
                    "product_version_images": [
                      {
                        "image_fingerprint": "5dbbf1d9ee0e6d0cb2c4a0b0a6bd9e1fd1f2f5ea4a3bd4a8f7b5bda0a1f2c3d4",
                        "image_instance_type": "container"
                      }
                    ]
                  }
                ]
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
    "name": "simplestream.push",
    "summary": "Brings an image of the image server to servers.",
    "description": "For owners of all the servers, and administrators. The image is sent to each of them, several at a time; a server that has it already is content. With `alias` that alias leads to it there; one that leads to another image is refused for that server unless `alias_move` is given. Each server is for itself: one that is away, or refuses, holds up none of the others. Progress is told per server (`server_id` in `operation.progress`), and the result lists in `servers` what became of each: `ok`, `present` when it had the image, else `error_code` and `error`. It is a failure when the image came to none of them.",
    "scope": "simplestream:write",
    "mutates": true,
    "list": false,
    "long": true,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "SimplestreamPushParams",
    "result": "OperationAck",
    "errors": [
      "not_found",
      "conflict",
      "unsupported",
      "host_unreachable",
      "host_failed",
      "host_untrusted",
      "no_capacity"
    ],
    "examples": [
      {
        "summary": "An image we do not have",
        "request": {
          "image_fingerprint": "5dbbf1d9ee0e6d0cb2c4a0b0a6bd9e1fd1f2f5ea4a3bd4a8f7b5bda0a1f2c3d4",
          "server_ids": [
            1
          ]
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "simplestream.upload.begin",
    "summary": "Begins an upload in chunks, or finds the one begun before.",
    "description": "For administrators. The file's size and hash are stated beforehand, and room for it is reserved at once: within the caller's quota `image_mb`, within `simplestream.max_mb`, and above the floor of free space. Then `simplestream.upload.chunk` sends it piece by piece and `simplestream.upload.finish` makes it part of its version. The same call again, also after a lost connection or a restart of the server, answers the same upload and how far it is. Without a serial it is that of the same file's last attempt as long as its version is not complete, else the present time in UTC. An upload to which nothing was added for 24 hours is thrown away.",
    "scope": "simplestream:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "SimplestreamUploadBeginParams",
    "result": "SimplestreamUploadBeginResult",
    "errors": [
      "not_found",
      "conflict",
      "too_large",
      "quota_exceeded",
      "no_capacity",
      "unsupported"
    ],
    "examples": [
      {
        "summary": "A product that is not there",
        "request": {
          "product_id": 987654,
          "product_version_serial": "20251121_0430",
          "file_sha256": "5dbbf1d9ee0e6d0cb2c4a0b0a6bd9e1fd1f2f5ea4a3bd4a8f7b5bda0a1f2c3d4",
          "file_size": 929792
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "simplestream.upload.chunk",
    "summary": "Sends the next bytes of an upload.",
    "description": "For administrators, of their own uploads. The body is the chunk, at most `chunk_size` bytes of it; the other parameters stand in the query: `POST /v1/simplestream.upload.chunk?upload_id=...&offset=...&chunk_sha256=...`. The answer comes when the bytes are on the disk for certain, and names the offset to go on at. A chunk with another hash or offset is refused, naming the offset that is right, and nothing has changed then; the same chunk may be sent again. Chunks of one upload are taken one at a time.",
    "scope": "simplestream:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "octet-stream",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "SimplestreamUploadChunkParams",
    "result": "SimplestreamUploadChunkResult",
    "errors": [
      "not_found",
      "conflict",
      "too_large",
      "no_capacity",
      "unavailable",
      "unsupported_media_type",
      "unsupported"
    ],
    "examples": [
      {
        "summary": "The first chunk",
        "request": {
          "upload_id": "00000000-0000-4000-8000-000000000000",
          "offset": 0,
          "chunk_sha256": "5dbbf1d9ee0e6d0cb2c4a0b0a6bd9e1fd1f2f5ea4a3bd4a8f7b5bda0a1f2c3d4"
        },
        "result": {
          "data": {
            "type": "upload",
            "attributes": {
              "response": true,
              "upload_id": "00000000-0000-4000-8000-000000000000",
              "offset": 8388608
            }
          }
        }
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "simplestream.upload.finish",
    "summary": "Makes an uploaded file part of its version.",
    "description": "For administrators, of their own uploads. The file is read once more and has to have the hash that was stated when the upload was begun; then it is taken as by `simplestream.upload`. Finishing again gives the same answer. A file that has another hash, or is nothing an image is made of, is thrown away.",
    "scope": "simplestream:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "SimplestreamUploadFinishParams",
    "result": "SimplestreamUploadFinishResult",
    "errors": [
      "not_found",
      "conflict",
      "unavailable",
      "no_capacity",
      "unsupported"
    ],
    "examples": [
      {
        "summary": "An upload of somebody else, or none",
        "request": {
          "upload_id": "00000000-0000-4000-8000-000000000000"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "simplestream.upload",
    "summary": "Uploads one file of a version of a product.",
    "description": "For administrators. One call carries one file, and its content tells what it is: a tarball with `metadata.yaml` and `rootfs/` is a whole container image; a tarball with `metadata.yaml` alone goes together with a squashfs, a tarball of a root file system (containers) or a qcow2 disk (virtual machines), in any order. Tarballs are plain or packed with gzip or xz. Every hash is computed here. A version is in the catalogue as soon as it is complete and never before. The same bytes again give the same answer; other bytes for what is there already are a conflict, as is an image that another version offers. Room is reserved before the first byte: within the caller's quota `image_mb`, `simplestream.max_mb`, and the free space. `simplestream.upload.begin` sends a large file in chunks.",
    "scope": "simplestream:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "multipart",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "SimplestreamUploadParams",
    "result": "SimplestreamUploadResult",
    "errors": [
      "not_found",
      "conflict",
      "too_large",
      "quota_exceeded",
      "no_capacity",
      "unsupported_media_type",
      "unsupported"
    ],
    "examples": [
      {
        "summary": "A whole container image",
        "request": {
          "product_id": 1,
          "product_version_serial": "20251121_0430"
        },
        "result": {
          "data": {
            "id": 1,
            "type": "product_version",
            "attributes": {
              "response": true,
              "product_id": 1,
              "product_version_serial": "20251121_0430",
              "product_version_listed": true,
              "file_type": "lxd_combined.tar.gz",
              "file_sha256": "5dbbf1d9ee0e6d0cb2c4a0b0a6bd9e1fd1f2f5ea4a3bd4a8f7b5bda0a1f2c3d4",
              "file_size": 929792,
              "image_fingerprints": [
                "5dbbf1d9ee0e6d0cb2c4a0b0a6bd9e1fd1f2f5ea4a3bd4a8f7b5bda0a1f2c3d4"
              ]
            }
          }
        }
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "simplestream.upload.status",
    "summary": "How far an upload in chunks is.",
    "description": "The caller's own uploads only. `offset` is where the next chunk begins, also after the server was killed.",
    "scope": "simplestream:read",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "GET",
      "POST"
    ],
    "secrets": [],
    "params": "SimplestreamUploadStatusParams",
    "result": "SimplestreamUploadStatusResult",
    "errors": [
      "not_found"
    ],
    "examples": [
      {
        "summary": "An upload of somebody else, or none",
        "request": {
          "upload_id": "00000000-0000-4000-8000-000000000000"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "snapshot.add",
    "summary": "Makes a snapshot of an instance.",
    "description": "Of its disk and its configuration. A running container stands still for a moment meanwhile (and LXD lets one that was frozen run on afterwards). With `stateful` its memory is kept, too, if the server can do that.",
    "scope": "snapshot:write",
    "mutates": true,
    "list": false,
    "long": true,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "SnapshotAddParams",
    "result": "OperationAck",
    "errors": [
      "bad_state",
      "conflict",
      "host_unreachable",
      "host_failed",
      "unsupported"
    ],
    "examples": [
      {
        "summary": "Of a running one",
        "request": {
          "instance_id": 1,
          "snapshot_name": "before"
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
        "summary": "A name that is taken",
        "request": {
          "instance_id": 2,
          "snapshot_name": "before"
        },
        "error": "conflict"
      },
      {
        "summary": "A name that is none",
        "request": {
          "instance_id": 2,
          "snapshot_name": ".."
        },
        "error": "invalid_params"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "snapshot.delete",
    "summary": "Deletes a snapshot of an instance.",
    "description": "The instance and its other snapshots stay as they are.",
    "scope": "snapshot:write",
    "mutates": true,
    "list": false,
    "long": true,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "SnapshotDeleteParams",
    "result": "OperationAck",
    "errors": [
      "bad_state",
      "conflict",
      "host_unreachable",
      "host_failed"
    ],
    "examples": [
      {
        "summary": "One that is there",
        "request": {
          "instance_id": 2,
          "snapshot_name": "before"
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
        "summary": "A snapshot that does not exist",
        "request": {
          "instance_id": 2,
          "snapshot_name": "nonesuch"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "snapshot.list",
    "summary": "The snapshots of an instance.",
    "description": "As the server has them now, oldest first, also those that somebody else or its schedule made. `sort` takes snapshot_name and created_at, `filter` snapshot_name.",
    "scope": "snapshot:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "SnapshotListParams",
    "result": "SnapshotListResult",
    "errors": [
      "host_unreachable"
    ],
    "examples": [
      {
        "summary": "All of one instance",
        "request": {
          "instance_id": 2
        },
        "result": {
          "data": [
            {
              "id": 241004421118337,
              "type": "snapshot",
              "attributes": {
                "provider": "lxd",
                "instance_id": 2,
                "instance_name": "web-2",
                "snapshot_name": "before",
                "snapshot_stateful": false,
                "snapshot_size": null,
                "created_at": 1700000000000
              }
            }
          ],
          "meta": {
            "next": null
          }
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
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "snapshot.restore",
    "summary": "Sets an instance back to a snapshot.",
    "description": "Its disk and its configuration become what they were; a running instance is stopped for it and started again. Refused when that would change a key that the caller may not set, or take more than the quota has. What a snapshot holds is read first, so this does not wait for a server that is away.",
    "scope": "snapshot:write",
    "mutates": true,
    "list": false,
    "long": true,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "SnapshotRestoreParams",
    "result": "OperationAck",
    "errors": [
      "bad_state",
      "conflict",
      "host_unreachable",
      "host_failed",
      "quota_exceeded"
    ],
    "examples": [
      {
        "summary": "A stopped one",
        "request": {
          "instance_id": 2,
          "snapshot_name": "before"
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
        "summary": "A snapshot that does not exist",
        "request": {
          "instance_id": 2,
          "snapshot_name": "nonesuch"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
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
    "answer": "document",
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
    "answer": "document",
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
    "answer": "document",
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
    "description": "Needs a login less than `auth.reauth_seconds` old. An API token may call this too, with scope token:write, for scopes it holds itself; what it makes ends no later than itself. The token is shown this once. A token for one of the other APIs (`token_kind`) counts there only, needs a login, and does all that its API offers its user; a panel token stands for an administrator, so only one can make it. With `token_revoke_all`, the user's other API tokens are revoked in the same moment.",
    "scope": "token:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
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
      },
      {
        "summary": "A pair for the cvm API",
        "request": {
          "token_kind": "cvm",
          "token_name": "website"
        },
        "result": {
          "data": {
            "id": 8,
            "type": "token",
            "attributes": {
              "token": "gantry_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx000000",
              "token_public": "00112233445566778899aabbccddeeff"
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
    "answer": "document",
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
                "user_id": 2,
                "token_kind": "session",
                "token_public": "",
                "token_scopes": [
                  "*"
                ],
                "token_read_only": false,
                "token_last_used_at": 1700000600000,
                "token_last_used_addr": "192.0.2.7"
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
    "answer": "document",
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
    "name": "traffic.get",
    "summary": "What an instance sent and received.",
    "description": "Bytes as the guest sees them, over all its network devices, without its loopback. Its host is asked every `traffic.sample_seconds`, and right before we stop, restart or remove it. Totals never fall; the hours are kept for `traffic.retention`. Reaching a limit of its plan is told once by the event `traffic.limit`, and nothing else is done about it.",
    "scope": "instance:read",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "TrafficGetParams",
    "result": "TrafficGetResult",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "A week",
        "request": {
          "instance_id": 1,
          "from": 1781400000000,
          "until": 1782004800000
        },
        "result": {
          "data": {
            "id": 1,
            "type": "traffic",
            "attributes": {
              "instance_id": 1,
              "traffic_in": 1048576,
              "traffic_out": 2097152,
              "traffic_in_limit": 0,
              "traffic_out_limit": 0,
              "traffic_total_limit": 0,
              "sampled_at": 1782000000000,
              "from": 1781400000000,
              "until": 1782004800000,
              "traffic_hours": [
                {
                  "hour_at": 1781998800000,
                  "traffic_in": 1048576,
                  "traffic_out": 2097152
                }
              ]
            }
          }
        }
      },
      {
        "summary": "A span that ends before it begins",
        "request": {
          "instance_id": 1,
          "from": 20,
          "until": 10
        },
        "error": "invalid_params"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "user.assertionGet",
    "summary": "First step of a login by passkey: what the browser needs to use one.",
    "description": "Options for `navigator.credentials.get`, whose binary members are standard base64; `user.assertionVerify` is the second step. The challenge holds for five minutes and one answer. An unknown login, and one without passkeys, is answered like any other, with keys that nobody has.",
    "scope": "public",
    "mutates": false,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "UserAssertionGetParams",
    "result": "CredentialRequest",
    "errors": [
      "unsupported"
    ],
    "examples": [
      {
        "summary": "For alice",
        "request": {
          "user_login": "alice"
        },
        "result": {
          "data": {
            "type": "credential",
            "attributes": {
              "publicKey": {
                "challenge": "Y2hhbGxlbmdlY2hhbGxlbmdlY2hhbGxlbmdlY2hhbGw=",
                "timeout": 300000,
                "rpId": "localhost",
                "allowCredentials": [
                  {
                    "type": "public-key",
                    "id": "bm8ta2V5bm8ta2V5bm8="
                  }
                ],
                "userVerification": "required"
              }
            }
          }
        }
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "user.assertionVerify",
    "summary": "Second step of a login by passkey: opens a session.",
    "description": "Takes what the browser made of the options of `user.assertionGet`, binary members as base64url, and answers as `user.login` does. Every refusal is `wrong credential`, and uses the challenge up. Failed passwords never stop a login by passkey. A key whose counter went back is refused, and an event tells its owner.",
    "scope": "public",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [
      "response"
    ],
    "params": "UserAssertionVerifyParams",
    "result": "Session",
    "errors": [
      "unsupported"
    ],
    "examples": [
      {
        "summary": "A challenge that nobody was given",
        "request": {
          "user_login": "alice",
          "id": "bm8ta2V5",
          "rawId": "bm8ta2V5",
          "type": "public-key",
          "response": {
            "authenticatorData": "bm9uZQ",
            "clientDataJSON": "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoiYm05aWIyUjUiLCJvcmlnaW4iOiJodHRwOi8vbG9jYWxob3N0In0",
            "signature": "bm9uZQ",
            "userHandle": ""
          }
        },
        "error": "forbidden"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "user.credentialDelete",
    "summary": "Removes a passkey of the caller.",
    "description": "Needs a login less than `auth.reauth_seconds` old; API tokens cannot do it. The only key of an account without a password stays: `bad_state`. Sessions that were opened with the key go on.",
    "scope": "user",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "UserCredentialDeleteParams",
    "result": "Ack",
    "errors": [
      "reauth_required",
      "bad_state"
    ],
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
    "name": "user.credentialGet",
    "summary": "The caller's passkeys.",
    "description": "`sort` takes key_id, key_name and key_timeadd; `filter` takes key_id and key_name.",
    "scope": "user",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "UserCredentialGetParams",
    "result": "UserCredentialGetResult",
    "errors": [],
    "examples": [
      {
        "summary": "All",
        "request": {},
        "result": {
          "data": [
            {
              "id": 1,
              "type": "credential",
              "attributes": {
                "key_name": "Windows Hello 2023-11-14",
                "key_timeadd": 1700000000,
                "key_timeused": 1700003600
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
    "name": "user.credentialMake",
    "summary": "A passkey, in two steps: another one for the caller, or the only secret of a new account.",
    "description": "First without `id`: options for `navigator.credentials.create`, whose binary members are standard base64. Then with what the browser made of them, binary members as base64url. Challenges hold for five minutes and one answer.\n\nWithout `user_register` the key is the caller's own: this needs a token and a login less than `auth.reauth_seconds` old, and API tokens cannot do it. With it the key is for an account that is to be: `user_login` and `user_email` are needed in both steps, the second mails a code, and that code alone given to `user.register` makes the account, which has no password. A login or address that is taken is told by mail only. The person must be verified by the authenticator (a PIN, a finger), for the key alone opens a session.",
    "scope": "public",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [
      "response"
    ],
    "params": "UserCredentialMakeParams",
    "result": "UserCredentialMakeResult",
    "errors": [
      "reauth_required",
      "conflict",
      "quota_exceeded",
      "unsupported"
    ],
    "examples": [
      {
        "summary": "First step of an account without a password",
        "request": {
          "user_login": "carol",
          "user_email": "carol@example.org",
          "user_register": true,
          "attestation_type": "none",
          "authenticator_attachment": "cross-platform"
        },
        "result": {
          "data": {
            "type": "credential",
            "attributes": {
              "publicKey": {
                "rp": {
                  "id": "localhost",
                  "name": "Gantry"
                },
                "user": {
                  "id": "AZrWvhIjfkGSPZkPLKPj5A==",
                  "name": "carol",
                  "displayName": "carol"
                },
                "challenge": "Y2hhbGxlbmdlY2hhbGxlbmdlY2hhbGxlbmdlY2hhbGw=",
                "pubKeyCredParams": [
                  {
                    "type": "public-key",
                    "alg": -8
                  },
                  {
                    "type": "public-key",
                    "alg": -7
                  },
                  {
                    "type": "public-key",
                    "alg": -257
                  }
                ],
                "timeout": 300000,
                "attestation": "none",
                "excludeCredentials": [],
                "authenticatorSelection": {
                  "authenticatorAttachment": "cross-platform",
                  "residentKey": "preferred",
                  "requireResidentKey": false,
                  "userVerification": "required"
                }
              }
            }
          }
        }
      },
      {
        "summary": "Second step with a challenge that nobody was given",
        "request": {
          "user_login": "carol",
          "user_email": "carol@example.org",
          "user_register": true,
          "id": "bm8ta2V5",
          "rawId": "bm8ta2V5",
          "type": "public-key",
          "response": {
            "attestationObject": "oA",
            "clientDataJSON": "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiYm05aWIyUjUiLCJvcmlnaW4iOiJodHRwOi8vbG9jYWxob3N0In0"
          }
        },
        "error": "forbidden"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "user.disable",
    "summary": "Keeps a user out, or lets a user in again.",
    "description": "For administrators. Disabling revokes every session and token of the user at once and closes the sockets; instances go on running. Enabling brings no token back: the user logs in again. The last administrator cannot be disabled.",
    "scope": "admin",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "UserDisableParams",
    "result": "Ack",
    "errors": [
      "bad_state"
    ],
    "examples": [
      {
        "summary": "Keep out",
        "request": {
          "user_id": 3,
          "user_disabled": true
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
        "summary": "Let in again",
        "request": {
          "user_id": 3,
          "user_disabled": false
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
        "summary": "The last administrator",
        "request": {
          "user_id": 1,
          "user_disabled": true
        },
        "error": "bad_state"
      },
      {
        "summary": "A user that does not exist",
        "request": {
          "user_id": 999,
          "user_disabled": true
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "user.emailChange",
    "summary": "Another e-mail address for the caller, in two steps.",
    "description": "First `user_email`: acknowledged, and a code of 36 characters is mailed to the new address; an address that is taken is told by mail only. Then `user_email` and `user_code`: the account has the new address, and the old one is told. Needs a login less than `auth.reauth_seconds` old; API tokens cannot do it. Refused with `bad_state` while the password is locked, for recovery by the new address would get round the lock.",
    "scope": "user",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "UserEmailChangeParams",
    "result": "Ack",
    "errors": [
      "reauth_required",
      "bad_state",
      "conflict"
    ],
    "examples": [
      {
        "summary": "First step",
        "request": {
          "user_email": "new-address@example.net",
          "user_code": ""
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
          "user_email": "new-address@example.net",
          "user_code": "nobodywassentthiscodenobodywassentth"
        },
        "error": "forbidden"
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
    "answer": "document",
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
    "answer": "document",
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
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "UserLoginParams",
    "result": "Session",
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
    "answer": "document",
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
    "name": "user.passwordChange",
    "summary": "Another password for the caller.",
    "description": "Takes effect at once: every other session of the user ends, the calling one and API tokens stay. Needs a login less than `auth.reauth_seconds` old; API tokens cannot do it. Refused with `bad_state` while the password is locked. Off with `disable_user_password_change`.",
    "scope": "user",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "UserPasswordChangeParams",
    "result": "Ack",
    "errors": [
      "reauth_required",
      "bad_state"
    ],
    "examples": [
      {
        "summary": "Another password",
        "request": {
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
        "summary": "Typed differently",
        "request": {
          "user_password": "a long and winding road",
          "user_passwordRepeat": "a long and winding lane"
        },
        "error": "invalid_params"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "user.passwordLock",
    "summary": "Locks the password against changes, or unlocks it by mail.",
    "description": "`user_password_locked` true: locked at once. False without a code: a code of 36 characters is mailed to the account's address. False with that code: unlocked. What is as asked already stays so, and no mail is sent. While locked, `user.passwordChange` and `user.emailChange` are refused; `user.recovery` is not. Needs a login less than `auth.reauth_seconds` old; API tokens cannot do it.",
    "scope": "user",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "UserPasswordLockParams",
    "result": "Ack",
    "errors": [
      "reauth_required"
    ],
    "examples": [
      {
        "summary": "Lock",
        "request": {
          "user_password_locked": true,
          "user_code": ""
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
        "summary": "Unlock, first step",
        "request": {
          "user_password_locked": false,
          "user_code": ""
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
        "summary": "Unlock with a code that nobody was sent",
        "request": {
          "user_password_locked": false,
          "user_code": "nobodywassentthiscodenobodywassentth"
        },
        "error": "forbidden"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "user.recovery",
    "summary": "A new password by mail, in three steps.",
    "description": "First `user_email`: acknowledged whatever the address; if an account has it, a code of 36 characters is mailed there. Then `user_code` alone: tells whether the code is good, and leaves it so. Then `user_code`, `user_password` and `user_passwordRepeat`: the code is used up, the password set, and every session of the user ends; API tokens stay. Possible also while the password is locked. Off with `disable_user_recovery`.",
    "scope": "public",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "UserRecoveryParams",
    "result": "Ack",
    "errors": [],
    "examples": [
      {
        "summary": "First step",
        "request": {
          "user_email": "alice@example.net"
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
      },
      {
        "summary": "Third step with a code that nobody was sent",
        "request": {
          "user_code": "nobodywassentthiscodenobodywassentth",
          "user_password": "a long and winding road",
          "user_passwordRepeat": "a long and winding road"
        },
        "error": "forbidden"
      }
    ],
    "seed": true,
    "since": "0.1.0"
  },
  {
    "name": "user.register",
    "summary": "Makes an account, in two steps.",
    "description": "First `user_login`, `user_email`, `user_password` and `user_passwordRepeat`: acknowledged always, and a code of 36 characters is mailed; a login or address that is taken is told by mail only. Then `user_code` alone: the account is made; the code of a registration by passkey (`user.credentialMake`) is entered here as well. While there is no administrator, all five fields with the code that `serve` printed make one, active at once, and nothing else is taken.",
    "scope": "public",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
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
  },
  {
    "name": "user.update",
    "summary": "Another login, address or role for a user.",
    "description": "For administrators; what is left out stays. A new role holds from the user's next call on, also for open sockets and streams. The address an account had is told. To make an administrator, or to change an administrator's address, a login less than `auth.reauth_seconds` old is needed. The last administrator stays one.",
    "scope": "admin",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "UserUpdateParams",
    "result": "Ack",
    "errors": [
      "reauth_required",
      "conflict",
      "bad_state"
    ],
    "examples": [
      {
        "summary": "Another address",
        "request": {
          "user_id": 3,
          "user_email": "robert@example.net"
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
        "summary": "The last administrator cannot go",
        "request": {
          "user_id": 1,
          "user_admin": false
        },
        "error": "bad_state"
      },
      {
        "summary": "A user that does not exist",
        "request": {
          "user_id": 999,
          "user_login": "nobody"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "volume.add",
    "summary": "Makes a custom volume.",
    "description": "Empty, and attached to nothing. Pools of driver `dir` do not hold it to its size.",
    "scope": "storage:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "VolumeAddParams",
    "result": "VolumeAddResult",
    "errors": [
      "conflict",
      "no_capacity"
    ],
    "examples": [
      {
        "summary": "One for files",
        "request": {
          "server_id": 1,
          "pool_name": "default",
          "volume_name": "data",
          "volume_size_mb": 64
        },
        "result": {
          "data": {
            "type": "volume",
            "attributes": {
              "response": true,
              "pool_name": "default",
              "volume_name": "data"
            }
          }
        }
      },
      {
        "summary": "A name that is taken",
        "request": {
          "server_id": 1,
          "pool_name": "default",
          "volume_name": "spare"
        },
        "error": "conflict"
      },
      {
        "summary": "A pool that does not exist",
        "request": {
          "server_id": 1,
          "pool_name": "nonesuch",
          "volume_name": "data"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "volume.attach",
    "summary": "Puts a volume into an instance.",
    "description": "As a disk device called like the volume, also while the instance runs. A filesystem is mounted at `volume_path`; a block volume has none and is for virtual machines. Refused when the instance has the volume already, or another device of that name. For administrators and the owner of the server.",
    "scope": "storage:write",
    "mutates": true,
    "list": false,
    "long": true,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "VolumeAttachParams",
    "result": "OperationAck",
    "errors": [
      "bad_state",
      "conflict",
      "host_unreachable",
      "host_failed"
    ],
    "examples": [
      {
        "summary": "Into a running container",
        "request": {
          "server_id": 1,
          "pool_name": "default",
          "volume_name": "spare",
          "instance_id": 1,
          "volume_path": "/srv/data"
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
        "summary": "Without a path",
        "request": {
          "server_id": 1,
          "pool_name": "default",
          "volume_name": "spare",
          "instance_id": 1
        },
        "error": "invalid_params"
      },
      {
        "summary": "A volume that does not exist",
        "request": {
          "server_id": 1,
          "pool_name": "default",
          "volume_name": "nonesuch",
          "instance_id": 1,
          "volume_path": "/srv/data"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "volume.delete",
    "summary": "Deletes a custom volume and what is on it.",
    "description": "Refused while an instance or a profile uses it. Volumes of instances go with their instance.",
    "scope": "storage:write",
    "mutates": true,
    "list": false,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "VolumeDeleteParams",
    "result": "Ack",
    "errors": [
      "conflict"
    ],
    "examples": [
      {
        "summary": "One that nothing uses",
        "request": {
          "server_id": 1,
          "pool_name": "default",
          "volume_name": "spare"
        },
        "result": {
          "data": {
            "type": "volume",
            "attributes": {
              "response": true
            }
          }
        }
      },
      {
        "summary": "A volume that does not exist",
        "request": {
          "server_id": 1,
          "pool_name": "default",
          "volume_name": "nonesuch"
        },
        "error": "not_found"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "volume.detach",
    "summary": "Takes a volume out of an instance.",
    "description": "What is on it stays. A volume that comes with a profile is taken out by changing the profile. For administrators and the owner of the server.",
    "scope": "storage:write",
    "mutates": true,
    "list": false,
    "long": true,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "VolumeDetachParams",
    "result": "OperationAck",
    "errors": [
      "bad_state",
      "conflict",
      "host_unreachable",
      "host_failed"
    ],
    "examples": [
      {
        "summary": "One that is attached",
        "request": {
          "server_id": 1,
          "pool_name": "default",
          "volume_name": "attached",
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
        "summary": "One that is not attached",
        "request": {
          "server_id": 1,
          "pool_name": "default",
          "volume_name": "spare",
          "instance_id": 1
        },
        "error": "bad_state"
      }
    ],
    "seed": false,
    "since": "0.1.0"
  },
  {
    "name": "volume.list",
    "summary": "The volumes of a server.",
    "description": "The same rows as in `included` of `server.get`: custom volumes, those of instances and images, in all pools. They are for administrators and the owner of the server; others get an empty list. `sort` takes volume_name, volume_type and pool_name, `filter` these and volume_content_type.",
    "scope": "storage:read",
    "mutates": false,
    "list": true,
    "long": false,
    "stream": false,
    "body": "json",
    "answer": "document",
    "verbs": [
      "POST"
    ],
    "secrets": [],
    "params": "VolumeListParams",
    "result": "VolumeListResult",
    "errors": [],
    "examples": [
      {
        "summary": "Custom ones",
        "request": {
          "server_id": 1,
          "filter": {
            "volume_type": "custom"
          }
        },
        "result": {
          "data": [
            {
              "id": 98212304331012,
              "type": "volume",
              "attributes": {
                "provider": "lxd",
                "volume_name": "spare",
                "volume_type": "custom",
                "volume_used_by": "",
                "pool_name": "default",
                "volume_content_type": "filesystem",
                "volume_size": "16MiB",
                "volume_description": ""
              }
            }
          ],
          "meta": {
            "next": null
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
    "seed": true,
    "since": "0.1.0"
  }
];

export const ROUTES: readonly RouteInfo[] = [
  {
    "name": "aarch64/admin.ansible",
    "dialect": "aarch64",
    "stem": "admin.ansible",
    "summary": "Inventory of all hosts for Ansible.",
    "description": "`data` is an inventory: each host of each PoP, with its blocks, BGP peers and machines.",
    "scope": "admin",
    "mutates": false,
    "kept": false,
    "ways": [
      {
        "verb": "GET",
        "path": "/admin/ansible"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [],
    "params": "Aarch64AdminAnsibleParams",
    "result": "Aarch64AdminAnsibleResult",
    "refusals": {
      "400": "The body is no JSON object.",
      "403": "No valid key was given, or it may not do this.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "One host",
        "request": {},
        "result": {
          "meta": {
            "success": true,
            "message": "Retrieved ansible config"
          },
          "data": {
            "all": {
              "vars": {
                "ansible_user": "root",
                "ansible_port": 22,
                "ansible_ssh_private_key_file": "",
                "oses": {},
                "gantry_certificate": "-----BEGIN CERTIFICATE-----\nMIIB...\n-----END CERTIFICATE-----\n"
              },
              "hosts": {
                "dfw0": {
                  "ansible_host": "192.0.2.1",
                  "bcg": {
                    "asn": 65530,
                    "prefixes": [
                      "2001:db8::/48"
                    ],
                    "peers": {
                      "Transit": {
                        "asn": 65531,
                        "type": "import-valid",
                        "neighbors": [
                          "192.0.2.100"
                        ]
                      }
                    }
                  },
                  "vms": []
                }
              }
            }
          }
        }
      }
    ],
    "seed": "000",
    "since": "0.1.0"
  },
  {
    "name": "aarch64/admin.bgp",
    "dialect": "aarch64",
    "stem": "admin.bgp",
    "summary": "Sets a BGP peer of a host.",
    "description": "Sets a peer of the host's network; a name that is there already is replaced. Refused, with `success: false` and status 200: no host with that address, a neighbour that is no address.",
    "scope": "admin",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/admin/bgp"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [],
    "params": "Aarch64AdminBgpParams",
    "result": "Aarch64AdminBgpResult",
    "refusals": {
      "400": "The body is no JSON object.",
      "403": "No valid key was given, or it may not do this.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "An unknown host",
        "request": {
          "ip": "192.0.2.3",
          "name": "Transit",
          "asn": 65530,
          "neighbor": "192.0.2.100"
        }
      }
    ],
    "seed": "000",
    "since": "0.1.0"
  },
  {
    "name": "aarch64/admin.host",
    "dialect": "aarch64",
    "stem": "admin.host",
    "summary": "Adds a host to a PoP.",
    "description": "Puts a registered server without a PoP there, or registers a new one. A new one that does not trust our certificate yet takes no machines until it does; with `password` that step is made at once. Refused, with `success: false` and status 200: an unknown PoP, an address that is none or may not be used, a host that is there already, no free block of addresses.",
    "scope": "admin",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/admin/host"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [
      "password"
    ],
    "params": "Aarch64AdminHostParams",
    "result": "Aarch64AdminHostResult",
    "refusals": {
      "400": "The body is no JSON object.",
      "403": "No valid key was given, or it may not do this.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "An unknown PoP",
        "request": {
          "pop": "nowhere",
          "ip": "192.0.2.1"
        }
      }
    ],
    "seed": "000",
    "since": "0.1.0"
  },
  {
    "name": "aarch64/admin.pop",
    "dialect": "aarch64",
    "stem": "admin.pop",
    "summary": "Adds a PoP.",
    "description": "Adds a PoP. Refused, with `success: false` and status 200: a name in use.",
    "scope": "admin",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/admin/pop"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [],
    "params": "Aarch64AdminPopParams",
    "result": "Aarch64AdminPopResult",
    "refusals": {
      "400": "The body is no JSON object.",
      "403": "No valid key was given, or it may not do this.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "A PoP",
        "request": {
          "name": "dfw",
          "provider": "Equinix Metal",
          "location": "Dallas, TX",
          "peeringdb_id": 4
        },
        "result": {
          "meta": {
            "success": true,
            "message": "PoP added"
          },
          "data": null
        }
      }
    ],
    "seed": "000",
    "since": "0.1.0"
  },
  {
    "name": "aarch64/auth.login",
    "dialect": "aarch64",
    "stem": "auth.login",
    "summary": "Makes a key, and a cookie with it.",
    "description": "Answers a key for the header `Authorization` and sets it as the cookie `key`, both good for 90 days. The cookie counts on reads; on writes only for pages of ours. Refused, with `success: false` and status 200: an address or a password that is wrong, with one message for both.",
    "scope": "public",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/auth/login"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [
      "password"
    ],
    "params": "Aarch64AuthLoginParams",
    "result": "Aarch64AuthLoginResult",
    "refusals": {
      "400": "The body is no JSON object.",
      "403": "No valid key was given, or it may not do this.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "A login",
        "request": {
          "email": "alice@example.net",
          "password": "correct horse battery"
        },
        "result": {
          "meta": {
            "success": true,
            "message": "Authentication successful"
          },
          "data": {
            "key": "7ed72d2cbfe78eea63484bfe78e7cfea63484bfe78e605d7"
          }
        }
      }
    ],
    "seed": "000",
    "since": "0.1.0"
  },
  {
    "name": "aarch64/auth.logout",
    "dialect": "aarch64",
    "stem": "auth.logout",
    "summary": "Ends a login.",
    "description": "Expires the cookie, and revokes its key; a key that came in `Authorization` is left alone.",
    "scope": "public",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/auth/logout"
      }
    ],
    "status": 200,
    "body": "none",
    "secrets": [],
    "params": "Aarch64AuthLogoutParams",
    "result": "Aarch64AuthLogoutResult",
    "refusals": {
      "400": "The body is no JSON object.",
      "403": "No valid key was given, or it may not do this.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "A logout",
        "request": {},
        "result": {
          "meta": {
            "success": true,
            "message": "Logged out"
          },
          "data": null
        }
      }
    ],
    "seed": "000",
    "since": "0.1.0"
  },
  {
    "name": "aarch64/auth.signup",
    "dialect": "aarch64",
    "stem": "auth.signup",
    "summary": "Makes an account.",
    "description": "Makes an account. Refused, with `success: false` and status 200: an address that is none or is in use, a weak password, registration that is switched off or has no administrator yet.",
    "scope": "public",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/auth/signup"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [
      "password"
    ],
    "params": "Aarch64AuthSignupParams",
    "result": "Aarch64AuthSignupResult",
    "refusals": {
      "400": "The body is no JSON object.",
      "403": "No valid key was given, or it may not do this.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "A new user",
        "request": {
          "email": "carol@example.net",
          "password": "a sentence nobody guesses"
        },
        "result": {
          "meta": {
            "success": true,
            "message": "User created"
          },
          "data": null
        }
      }
    ],
    "seed": "000",
    "since": "0.1.0"
  },
  {
    "name": "aarch64/auth.user",
    "dialect": "aarch64",
    "stem": "auth.user",
    "summary": "Who the key belongs to.",
    "description": "Shows the caller, with the very key of the call.",
    "scope": "user",
    "mutates": false,
    "kept": false,
    "ways": [
      {
        "verb": "GET",
        "path": "/auth/user"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [],
    "params": "Aarch64AuthUserParams",
    "result": "Aarch64AuthUserResult",
    "refusals": {
      "400": "The body is no JSON object.",
      "403": "No valid key was given, or it may not do this.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "The caller",
        "request": {},
        "result": {
          "meta": {
            "success": true,
            "message": "Retrieved user info"
          },
          "data": {
            "_id": "605d72d2ccfea63484bfe78e",
            "email": "alice@example.net",
            "key": "7ed72d2cbfe78eea63484bfe78e7cfea63484bfe78e605d7",
            "admin": false
          }
        }
      }
    ],
    "seed": "000",
    "since": "0.1.0"
  },
  {
    "name": "aarch64/intra.phonehome",
    "dialect": "aarch64",
    "stem": "intra.phonehome",
    "summary": "A new machine says that it is up.",
    "description": "Known by the token, else by the address of the call. The first call is noted, later ones change nothing. Refused, with `success: false` and status 200: the caller is no known machine.",
    "scope": "public",
    "mutates": false,
    "kept": false,
    "ways": [
      {
        "verb": "GET",
        "path": "/intra/phonehome"
      },
      {
        "verb": "POST",
        "path": "/intra/phonehome"
      }
    ],
    "status": 200,
    "body": "none",
    "secrets": [],
    "params": "Aarch64IntraPhonehomeParams",
    "result": "Aarch64IntraPhonehomeResult",
    "refusals": {
      "400": "The body is no JSON object.",
      "403": "No valid key was given, or it may not do this.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "A stranger",
        "request": {}
      }
    ],
    "seed": "000",
    "since": "0.1.0"
  },
  {
    "name": "aarch64/project.adduser",
    "dialect": "aarch64",
    "stem": "project.adduser",
    "summary": "Lets somebody into a project.",
    "description": "The new member may make and delete machines there. Who belongs to it already stays as they are. Refused, with `success: false` and status 200: a project or a user that is not there, or a project whose owner or admin the caller is not.",
    "scope": "project:write",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/project/adduser"
      },
      {
        "verb": "POST",
        "path": "/vms/adduser"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [],
    "params": "Aarch64ProjectAdduserParams",
    "result": "Aarch64ProjectAdduserResult",
    "refusals": {
      "400": "The body is no JSON object.",
      "403": "No valid key was given, or it may not do this.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "An unknown project",
        "request": {
          "project": "605fdf474177ba62253eed4a",
          "email": "bob@example.net"
        }
      }
    ],
    "seed": "000",
    "since": "0.1.0"
  },
  {
    "name": "aarch64/project.create",
    "dialect": "aarch64",
    "stem": "project.create",
    "summary": "Makes a project.",
    "description": "Makes a project that the caller owns; `data` is its `_id`. Refused, with `success: false` and status 200: a missing or unusable name.",
    "scope": "project:write",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/project"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [],
    "params": "Aarch64ProjectCreateParams",
    "result": "Aarch64ProjectCreateResult",
    "refusals": {
      "400": "The body is no JSON object.",
      "403": "No valid key was given, or it may not do this.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "A new project",
        "request": {
          "name": "My Project Name"
        },
        "result": {
          "meta": {
            "success": true,
            "message": "Project created"
          },
          "data": "605d72d2ccfea63484bfe78e"
        }
      }
    ],
    "seed": "000",
    "since": "0.1.0"
  },
  {
    "name": "aarch64/projects.list",
    "dialect": "aarch64",
    "stem": "projects.list",
    "summary": "The caller's projects with their members and machines.",
    "description": "Shows the projects that the caller belongs to; administrators see all. `password` is empty for members whose role does not let them change machines.",
    "scope": "project:read",
    "mutates": false,
    "kept": false,
    "ways": [
      {
        "verb": "GET",
        "path": "/projects"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [],
    "params": "Aarch64ProjectsListParams",
    "result": "Aarch64ProjectsListResult",
    "refusals": {
      "400": "The body is no JSON object.",
      "403": "No valid key was given, or it may not do this.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "One project",
        "request": {},
        "result": {
          "meta": {
            "success": true,
            "message": "Retrieved project list"
          },
          "data": [
            {
              "_id": "605d1fbc361f9e55eec97986",
              "name": "Test Project",
              "users": [
                "user1@example.com"
              ],
              "vms": [
                {
                  "hostname": "testvm1",
                  "vcpus": 4,
                  "memory": 8,
                  "disk": 16,
                  "pop": "dfw",
                  "project": "605d1fbc361f9e55eec97986",
                  "host": 0,
                  "index": 0,
                  "os": "debian",
                  "prefix": "2001:db8:ffff::/64",
                  "gateway": "2001:db8:ffff::1",
                  "address": "2001:db8:ffff::2/64",
                  "_id": "605d1fea3c05da2790ea3dbb",
                  "password": "3c05da2790ea3d3c05da2790ea3d3c05",
                  "phoned_home": true,
                  "state": "ready",
                  "created": 1616715754000
                }
              ]
            }
          ]
        }
      }
    ],
    "seed": "000",
    "since": "0.1.0"
  },
  {
    "name": "aarch64/system.get",
    "dialect": "aarch64",
    "stem": "system.get",
    "summary": "What may be ordered, and where.",
    "description": "Shows PoPs, plans (`memory` and `disk` in GiB) and systems.",
    "scope": "instance:read",
    "mutates": false,
    "kept": true,
    "ways": [
      {
        "verb": "GET",
        "path": "/system"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [],
    "params": "Aarch64SystemGetParams",
    "result": "Aarch64SystemGetResult",
    "refusals": {
      "400": "The body is no JSON object.",
      "403": "No valid key was given, or it may not do this.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "A small place",
        "request": {},
        "result": {
          "meta": {
            "success": true,
            "message": "Retrieved PoPs"
          },
          "data": {
            "pops": [
              {
                "_id": "605a8ee1cdf6bb6559de1cb7",
                "name": "dfw",
                "provider": "Equinix Metal",
                "location": "Dallas, TX",
                "peeringdb_id": 4
              }
            ],
            "plans": {
              "v1.xsmall.aarch64": {
                "vcpus": 1,
                "memory": 1,
                "disk": 4
              }
            },
            "oses": {
              "debian": {
                "version": "10.8",
                "url": "https://cdimage.debian.org/cdimage/openstack/current/debian-10-openstack-arm64.qcow2"
              }
            }
          }
        }
      }
    ],
    "seed": "000",
    "since": "0.1.0"
  },
  {
    "name": "aarch64/vms.create",
    "dialect": "aarch64",
    "stem": "vms.create",
    "summary": "Makes a machine.",
    "description": "Places a machine on the least allocated host of the PoP, with a /64 of its own and a root password. It answers when the order is taken; `state` follows in `GET /projects`. Refused, with `success: false` and status 200: a PoP, plan, system or project that is not there, a host name that is none, no host, no free prefix, a reached quota.",
    "scope": "instance:write",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/vms/create"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [],
    "params": "Aarch64VmsCreateParams",
    "result": "Aarch64VmsCreateResult",
    "refusals": {
      "400": "The body is no JSON object.",
      "403": "No valid key was given, or it may not do this.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "An unknown PoP",
        "request": {
          "hostname": "testvm1",
          "pop": "nowhere",
          "project": "605d1fbc361f9e55eec97986",
          "plan": "v1.medium.aarch64",
          "os": "debian"
        }
      }
    ],
    "seed": "000",
    "since": "0.1.0"
  },
  {
    "name": "aarch64/vms.delete",
    "dialect": "aarch64",
    "stem": "vms.delete",
    "summary": "Deletes a machine, running or not.",
    "description": "Stops and deletes a machine; it answers when the order is taken, and the machine is gone from `GET /projects` at once or soon after. Refused, with `success: false` and status 200: a machine that is not there, or not in a project of the caller.",
    "scope": "instance:write",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "DELETE",
        "path": "/vms/delete"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [],
    "params": "Aarch64VmsDeleteParams",
    "result": "Aarch64VmsDeleteResult",
    "refusals": {
      "400": "The body is no JSON object.",
      "403": "No valid key was given, or it may not do this.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "An unknown machine",
        "request": {
          "vm": "605fdf4e4177beeb253eed4b"
        }
      }
    ],
    "seed": "000",
    "since": "0.1.0"
  },
  {
    "name": "cvm/vps.list",
    "dialect": "cvm",
    "stem": "vps.list",
    "summary": "The caller's VPSes.",
    "description": "Lists what belongs to the user of the token pair; what was terminated is left out.",
    "scope": "instance:read",
    "mutates": false,
    "kept": true,
    "ways": [
      {
        "verb": "GET",
        "path": "/vps/list"
      }
    ],
    "status": 200,
    "body": "none",
    "secrets": [],
    "params": "CvmVpsListParams",
    "result": "CvmVpsListResult",
    "refusals": {
      "401": "No valid token pair was given.",
      "403": "The token pair has no access to the client API.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [],
    "seed": "002",
    "since": "0.1.0"
  },
  {
    "name": "cvm/vps.restart",
    "dialect": "cvm",
    "stem": "vps.restart",
    "summary": "Restarts a VPS.",
    "description": "Lets its system shut down by itself and starts it again, 31 seconds at most.",
    "scope": "instance:operate",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/vps/{id}/restart"
      }
    ],
    "status": 200,
    "body": "none",
    "secrets": [],
    "params": "CvmVpsRestartParams",
    "result": "CvmVpsRestartResult",
    "refusals": {
      "401": "No valid token pair was given.",
      "403": "The token pair has no access to the client API.",
      "404": "There is no such VPS, or it is somebody else's.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "It could not be done: the VPS is in that state already, suspended or terminated, or its server said no.",
      "503": "Its server cannot be reached; answered within four seconds."
    },
    "examples": [],
    "seed": "002",
    "since": "0.1.0"
  },
  {
    "name": "cvm/vps.start",
    "dialect": "cvm",
    "stem": "vps.start",
    "summary": "Starts a VPS.",
    "description": "Starts it and waits until it runs, 31 seconds at most.",
    "scope": "instance:operate",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/vps/{id}/start"
      }
    ],
    "status": 200,
    "body": "none",
    "secrets": [],
    "params": "CvmVpsStartParams",
    "result": "CvmVpsStartResult",
    "refusals": {
      "401": "No valid token pair was given.",
      "403": "The token pair has no access to the client API.",
      "404": "There is no such VPS, or it is somebody else's.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "It could not be done: the VPS is in that state already, suspended or terminated, or its server said no.",
      "503": "Its server cannot be reached; answered within four seconds."
    },
    "examples": [],
    "seed": "002",
    "since": "0.1.0"
  },
  {
    "name": "cvm/vps.status",
    "dialect": "cvm",
    "stem": "vps.status",
    "summary": "What a VPS is doing.",
    "description": "Its status and what it uses now. A server that does not answer within three seconds makes it `unknown`; a terminated VPS keeps its status for its owner.",
    "scope": "instance:read",
    "mutates": false,
    "kept": false,
    "ways": [
      {
        "verb": "GET",
        "path": "/vps/{id}/status"
      }
    ],
    "status": 200,
    "body": "none",
    "secrets": [],
    "params": "CvmVpsStatusParams",
    "result": "CvmVpsStatusResult",
    "refusals": {
      "401": "No valid token pair was given.",
      "403": "The token pair has no access to the client API.",
      "404": "There is no such VPS, or it is somebody else's.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [],
    "seed": "002",
    "since": "0.1.0"
  },
  {
    "name": "cvm/vps.stop",
    "dialect": "cvm",
    "stem": "vps.stop",
    "summary": "Shuts down a VPS.",
    "description": "Lets its system shut down by itself, 30 seconds at most; it is never forced.",
    "scope": "instance:operate",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/vps/{id}/stop"
      }
    ],
    "status": 200,
    "body": "none",
    "secrets": [],
    "params": "CvmVpsStopParams",
    "result": "CvmVpsStopResult",
    "refusals": {
      "401": "No valid token pair was given.",
      "403": "The token pair has no access to the client API.",
      "404": "There is no such VPS, or it is somebody else's.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "It could not be done: the VPS is in that state already, suspended or terminated, or its server said no.",
      "503": "Its server cannot be reached; answered within four seconds."
    },
    "examples": [],
    "seed": "002",
    "since": "0.1.0"
  },
  {
    "name": "panel/images.list",
    "dialect": "panel",
    "stem": "images.list",
    "summary": "What instances can be made of.",
    "description": "Operating systems of the catalogue, then images with an alias on nodes that are online.",
    "scope": "admin",
    "mutates": false,
    "kept": false,
    "ways": [
      {
        "verb": "GET",
        "path": "/images"
      }
    ],
    "status": 200,
    "body": "none",
    "secrets": [],
    "params": "PanelImagesListParams",
    "result": "PanelImagesListResult",
    "refusals": {
      "400": "The request was refused.",
      "401": "No valid key was given.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "All of them",
        "request": {}
      }
    ],
    "seed": "001",
    "since": "0.1.0"
  },
  {
    "name": "panel/instances.delete",
    "dialect": "panel",
    "stem": "instances.delete",
    "summary": "Deletes an instance, running or not.",
    "description": "Stops and deletes it; waits for the end for up to 30 seconds. One that is not there is 400.",
    "scope": "admin",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "DELETE",
        "path": "/instance/delete"
      }
    ],
    "status": 201,
    "body": "json",
    "secrets": [],
    "params": "PanelInstancesDeleteParams",
    "result": "PanelInstancesDeleteResult",
    "refusals": {
      "400": "The request was refused.",
      "401": "No valid key was given.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "One that is not there",
        "request": {
          "id": "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
        }
      }
    ],
    "seed": "001",
    "since": "0.1.0"
  },
  {
    "name": "panel/instances.deploy",
    "dialect": "panel",
    "stem": "instances.deploy",
    "summary": "Deploys an instance.",
    "description": "Answers when the order is taken; the instance is INSTALLING then. `ports` is containerPort:hostPort, or one port for both, with /tcp or /udp for one protocol only, separated by commas. `primary` is one of the host ports. 400: an unknown node, image or user, a wrong number or a port that is taken on the node. Quotas do not bind the administrator who holds the key.",
    "scope": "admin",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/instances/deploy"
      }
    ],
    "status": 201,
    "body": "json",
    "secrets": [
      "variables"
    ],
    "params": "PanelInstancesDeployParams",
    "result": "PanelInstancesDeployResult",
    "refusals": {
      "400": "The request was refused.",
      "401": "No valid key was given.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "An unknown node",
        "request": {
          "image": "busybox",
          "memory": "128",
          "cpu": "1",
          "ports": "25565:25565",
          "nodeId": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
          "name": "lobby",
          "user": "alice",
          "primary": "25565"
        }
      }
    ],
    "seed": "001",
    "since": "0.1.0"
  },
  {
    "name": "panel/instances.get",
    "dialect": "panel",
    "stem": "instances.get",
    "summary": "One instance.",
    "description": "An instance by its Id. One that is not there is 400.",
    "scope": "admin",
    "mutates": false,
    "kept": true,
    "ways": [
      {
        "verb": "POST",
        "path": "/getInstance"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [],
    "params": "PanelInstancesGetParams",
    "result": "PanelInstancesGetResult",
    "refusals": {
      "400": "The request was refused.",
      "401": "No valid key was given.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "One that is not there",
        "request": {
          "id": "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
        }
      }
    ],
    "seed": "001",
    "since": "0.1.0"
  },
  {
    "name": "panel/instances.list",
    "dialect": "panel",
    "stem": "instances.list",
    "summary": "All instances.",
    "description": "Every instance, oldest first, with its node. One that failed to be made is among them for a day.",
    "scope": "admin",
    "mutates": false,
    "kept": true,
    "ways": [
      {
        "verb": "GET",
        "path": "/instances"
      }
    ],
    "status": 200,
    "body": "none",
    "secrets": [],
    "params": "PanelInstancesListParams",
    "result": "PanelInstancesListResult",
    "refusals": {
      "400": "The request was refused.",
      "401": "No valid key was given.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "All of them",
        "request": {}
      }
    ],
    "seed": "001",
    "since": "0.1.0"
  },
  {
    "name": "panel/instances.ofUser",
    "dialect": "panel",
    "stem": "instances.ofUser",
    "summary": "The instances of a user.",
    "description": "Those the user owns, oldest first. An unknown user is 400.",
    "scope": "admin",
    "mutates": false,
    "kept": true,
    "ways": [
      {
        "verb": "POST",
        "path": "/getUserInstance"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [],
    "params": "PanelInstancesOfUserParams",
    "result": "PanelInstancesOfUserResult",
    "refusals": {
      "400": "The request was refused.",
      "401": "No valid key was given.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "Nobody",
        "request": {
          "userId": "nobody"
        }
      }
    ],
    "seed": "001",
    "since": "0.1.0"
  },
  {
    "name": "panel/instances.suspend",
    "dialect": "panel",
    "stem": "instances.suspend",
    "summary": "Suspends an instance.",
    "description": "Stops it and keeps it so: from the answer on nothing starts it. One that is suspended already stays so. The id is that of the path; a body may repeat it.",
    "scope": "admin",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/instances/suspend/{id}"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [],
    "params": "PanelInstancesSuspendParams",
    "result": "PanelInstancesSuspendResult",
    "refusals": {
      "400": "The request was refused.",
      "401": "No valid key was given.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "One that is not there",
        "request": {}
      }
    ],
    "seed": "001",
    "since": "0.1.0"
  },
  {
    "name": "panel/instances.unsuspend",
    "dialect": "panel",
    "stem": "instances.unsuspend",
    "summary": "Unsuspends an instance.",
    "description": "Lets it run again, and starts it if it ran when it was suspended; waits for that for up to 15 seconds. The id is that of the path; a body may repeat it.",
    "scope": "admin",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/instances/unsuspend/{id}"
      }
    ],
    "status": 200,
    "body": "json",
    "secrets": [],
    "params": "PanelInstancesUnsuspendParams",
    "result": "PanelInstancesUnsuspendResult",
    "refusals": {
      "400": "The request was refused.",
      "401": "No valid key was given.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "One that is not there",
        "request": {}
      }
    ],
    "seed": "001",
    "since": "0.1.0"
  },
  {
    "name": "panel/nodes.create",
    "dialect": "panel",
    "stem": "nodes.create",
    "summary": "Registers a node.",
    "description": "A node that cannot be reached or does not trust our certificate yet is stored as Unconfigured, and becomes usable by itself once it does; with `password` that step is made at once.",
    "scope": "admin",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/nodes/create"
      }
    ],
    "status": 201,
    "body": "json",
    "secrets": [
      "password"
    ],
    "params": "PanelNodesCreateParams",
    "result": "PanelNodesCreateResult",
    "refusals": {
      "400": "The request was refused.",
      "401": "No valid key was given.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "No address",
        "request": {
          "name": "n1",
          "tags": "eu",
          "ram": "64 GB",
          "disk": "1 TB",
          "processor": "EPYC",
          "address": "not an address",
          "port": "8443"
        }
      }
    ],
    "seed": "001",
    "since": "0.1.0"
  },
  {
    "name": "panel/nodes.delete",
    "dialect": "panel",
    "stem": "nodes.delete",
    "summary": "Lets a node go.",
    "description": "A node that still has instances is 400, with their number; so is an unknown one.",
    "scope": "admin",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "DELETE",
        "path": "/nodes/delete"
      }
    ],
    "status": 201,
    "body": "json",
    "secrets": [],
    "params": "PanelNodesDeleteParams",
    "result": "PanelNodesDeleteResult",
    "refusals": {
      "400": "The request was refused.",
      "401": "No valid key was given.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "An unknown node",
        "request": {
          "nodeId": "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
        }
      }
    ],
    "seed": "001",
    "since": "0.1.0"
  },
  {
    "name": "panel/nodes.list",
    "dialect": "panel",
    "stem": "nodes.list",
    "summary": "All nodes.",
    "description": "Every node with its status. No key or certificate is ever among it.",
    "scope": "admin",
    "mutates": false,
    "kept": true,
    "ways": [
      {
        "verb": "GET",
        "path": "/nodes"
      }
    ],
    "status": 200,
    "body": "none",
    "secrets": [],
    "params": "PanelNodesListParams",
    "result": "PanelNodesListResult",
    "refusals": {
      "400": "The request was refused.",
      "401": "No valid key was given.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "All of them",
        "request": {}
      }
    ],
    "seed": "001",
    "since": "0.1.0"
  },
  {
    "name": "panel/users.create",
    "dialect": "panel",
    "stem": "users.create",
    "summary": "Makes a user.",
    "description": "The id may be given by the caller; it is kept as it is and shown as `userId` everywhere. A user name, address or id that is taken is 409; a password that is too weak is 400.",
    "scope": "admin",
    "mutates": true,
    "kept": false,
    "ways": [
      {
        "verb": "POST",
        "path": "/auth/create-user"
      }
    ],
    "status": 201,
    "body": "json",
    "secrets": [
      "password"
    ],
    "params": "PanelUsersCreateParams",
    "result": "PanelUsersCreateResult",
    "refusals": {
      "400": "The request was refused.",
      "401": "No valid key was given.",
      "409": "The user name, the address or the id is taken.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "A weak password",
        "request": {
          "username": "carol",
          "email": "carol@example.net",
          "password": "short"
        }
      }
    ],
    "seed": "001",
    "since": "0.1.0"
  },
  {
    "name": "panel/users.find",
    "dialect": "panel",
    "stem": "users.find",
    "summary": "A user by name or address.",
    "description": "Finds a user by exact user name or e-mail address, whatever the case of its letters. One that is not there is 400.",
    "scope": "admin",
    "mutates": false,
    "kept": true,
    "ways": [
      {
        "verb": "POST",
        "path": "/getUser"
      }
    ],
    "status": 201,
    "body": "json",
    "secrets": [],
    "params": "PanelUsersFindParams",
    "result": "PanelUsersFindResult",
    "refusals": {
      "400": "The request was refused.",
      "401": "No valid key was given.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "By name",
        "request": {
          "type": "username",
          "value": "alice"
        }
      }
    ],
    "seed": "001",
    "since": "0.1.0"
  },
  {
    "name": "panel/users.list",
    "dialect": "panel",
    "stem": "users.list",
    "summary": "All users.",
    "description": "Every user, oldest first. No hash of a password is ever among it.",
    "scope": "admin",
    "mutates": false,
    "kept": true,
    "ways": [
      {
        "verb": "GET",
        "path": "/users"
      }
    ],
    "status": 200,
    "body": "none",
    "secrets": [],
    "params": "PanelUsersListParams",
    "result": "PanelUsersListResult",
    "refusals": {
      "400": "The request was refused.",
      "401": "No valid key was given.",
      "413": "The body is larger than 64 KiB.",
      "429": "Too many calls or refused credentials: wait as `Retry-After` says.",
      "500": "Something went wrong here."
    },
    "examples": [
      {
        "summary": "All of them",
        "request": {}
      }
    ],
    "seed": "001",
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
    "type": "bgp.set",
    "summary": "A server shall speak BGP with a peer.",
    "data": "BgpSetEvent"
  },
  {
    "type": "certificate.revoked",
    "summary": "A server no longer trusts a certificate.",
    "data": "CertificateRevokedEvent"
  },
  {
    "type": "credential.added",
    "summary": "A user has another passkey.",
    "data": "CredentialAddedEvent"
  },
  {
    "type": "credential.deleted",
    "summary": "A user deleted a passkey.",
    "data": "CredentialDeletedEvent"
  },
  {
    "type": "credential.refused",
    "summary": "A passkey was used whose counter went back: there may be a copy of it. Nobody was let in.",
    "data": "CredentialRefusedEvent"
  },
  {
    "type": "image.deleted",
    "summary": "An image is gone from a server.",
    "data": "ImageDeletedEvent"
  },
  {
    "type": "image.published",
    "summary": "An image of the image server is in the catalogue from now on.",
    "data": "ImagePublishedEvent"
  },
  {
    "type": "image.retired",
    "summary": "A version left the catalogue of the image server: by age, by number, or because somebody took it off.",
    "data": "ImageRetiredEvent"
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
    "type": "instance.file_written",
    "summary": "A file was written into an instance.",
    "data": "InstanceFileWrittenEvent"
  },
  {
    "type": "instance.frozen",
    "summary": "An instance is frozen.",
    "data": "InstanceFrozenEvent"
  },
  {
    "type": "instance.phoned_home",
    "summary": "A guest is up and has called home for the first time.",
    "data": "InstancePhonedHomeEvent"
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
    "type": "instance.suspended",
    "summary": "An instance is suspended: it is stopped, and nothing starts it until that is lifted.",
    "data": "InstanceSuspendedEvent"
  },
  {
    "type": "instance.suspension_kept",
    "summary": "A suspended instance was seen running on its host and is stopped again.",
    "data": "InstanceSuspensionKeptEvent"
  },
  {
    "type": "instance.unfrozen",
    "summary": "An instance runs again after being frozen.",
    "data": "InstanceUnfrozenEvent"
  },
  {
    "type": "instance.unsuspended",
    "summary": "The suspension of an instance is lifted.",
    "data": "InstanceUnsuspendedEvent"
  },
  {
    "type": "instance.updated",
    "summary": "Limits, profiles, devices or description of an instance changed.",
    "data": "InstanceUpdatedEvent"
  },
  {
    "type": "location.added",
    "summary": "A place can be used.",
    "data": "LocationAddedEvent"
  },
  {
    "type": "location.deleted",
    "summary": "A place is gone.",
    "data": "LocationDeletedEvent"
  },
  {
    "type": "location.updated",
    "summary": "A place was changed.",
    "data": "LocationUpdatedEvent"
  },
  {
    "type": "member.added",
    "summary": "Somebody belongs to a project.",
    "data": "MemberAddedEvent"
  },
  {
    "type": "member.removed",
    "summary": "Somebody belongs to a project no more.",
    "data": "MemberRemovedEvent"
  },
  {
    "type": "member.updated",
    "summary": "A member of a project has other roles.",
    "data": "MemberUpdatedEvent"
  },
  {
    "type": "network.created",
    "summary": "A network was made.",
    "data": "NetworkCreatedEvent"
  },
  {
    "type": "network.deleted",
    "summary": "A network was deleted.",
    "data": "NetworkDeletedEvent"
  },
  {
    "type": "network.updated",
    "summary": "A network was changed.",
    "data": "NetworkUpdatedEvent"
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
    "type": "os.added",
    "summary": "An operating system can be used.",
    "data": "OsAddedEvent"
  },
  {
    "type": "os.deleted",
    "summary": "An operating system is gone.",
    "data": "OsDeletedEvent"
  },
  {
    "type": "os.updated",
    "summary": "An operating system was changed.",
    "data": "OsUpdatedEvent"
  },
  {
    "type": "plan.added",
    "summary": "A plan can be used.",
    "data": "PlanAddedEvent"
  },
  {
    "type": "plan.deleted",
    "summary": "A plan is gone.",
    "data": "PlanDeletedEvent"
  },
  {
    "type": "plan.updated",
    "summary": "A plan was changed.",
    "data": "PlanUpdatedEvent"
  },
  {
    "type": "prefix.added",
    "summary": "Addresses can be given out, or a block of them was given to a server or project.",
    "data": "PrefixAddedEvent"
  },
  {
    "type": "prefix.deleted",
    "summary": "Addresses are given out no more.",
    "data": "PrefixDeletedEvent"
  },
  {
    "type": "product.added",
    "summary": "A product was entered in the image server.",
    "data": "ProductAddedEvent"
  },
  {
    "type": "product.deleted",
    "summary": "A product and all its versions left the catalogue of the image server.",
    "data": "ProductDeletedEvent"
  },
  {
    "type": "profile.created",
    "summary": "A profile was made.",
    "data": "ProfileCreatedEvent"
  },
  {
    "type": "profile.deleted",
    "summary": "A profile is gone.",
    "data": "ProfileDeletedEvent"
  },
  {
    "type": "profile.renamed",
    "summary": "A profile has a new name.",
    "data": "ProfileRenamedEvent"
  },
  {
    "type": "profile.updated",
    "summary": "What a profile sets was changed.",
    "data": "ProfileUpdatedEvent"
  },
  {
    "type": "project.created",
    "summary": "A project was made.",
    "data": "ProjectCreatedEvent"
  },
  {
    "type": "project.deleted",
    "summary": "A project is gone.",
    "data": "ProjectDeletedEvent"
  },
  {
    "type": "project.updated",
    "summary": "A project has another name.",
    "data": "ProjectUpdatedEvent"
  },
  {
    "type": "quota.changed",
    "summary": "The quota of a user or a project is another; null is the configured one.",
    "data": "QuotaChangedEvent"
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
    "type": "server.trusted",
    "summary": "A server that was registered before it trusted us does so now; its certificate is pinned.",
    "data": "ServerTrustedEvent"
  },
  {
    "type": "server.untrusted",
    "summary": "A server shows another certificate than the pinned one; nothing is sent to it.",
    "data": "ServerUntrustedEvent"
  },
  {
    "type": "server.updated",
    "summary": "A server was given another name, place or state.",
    "data": "ServerUpdatedEvent"
  },
  {
    "type": "session.closed",
    "summary": "A session on an instance ended.",
    "data": "SessionClosedEvent"
  },
  {
    "type": "session.opened",
    "summary": "A command or a console was opened on an instance.",
    "data": "SessionOpenedEvent"
  },
  {
    "type": "snapshot.created",
    "summary": "A snapshot of an instance was made.",
    "data": "SnapshotCreatedEvent"
  },
  {
    "type": "snapshot.deleted",
    "summary": "A snapshot of an instance was deleted.",
    "data": "SnapshotDeletedEvent"
  },
  {
    "type": "snapshot.restored",
    "summary": "An instance was set back to a snapshot.",
    "data": "SnapshotRestoredEvent"
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
    "type": "traffic.limit",
    "summary": "An instance has reached a traffic limit of its plan; nothing is done about it.",
    "data": "TrafficLimitEvent"
  },
  {
    "type": "user.disabled",
    "summary": "Somebody can no longer log in; tokens and sockets are dead.",
    "data": "UserDisabledEvent"
  },
  {
    "type": "user.email_changed",
    "summary": "An account has another address.",
    "data": "UserEmailChangedEvent"
  },
  {
    "type": "user.enabled",
    "summary": "Somebody can log in again.",
    "data": "UserEnabledEvent"
  },
  {
    "type": "user.password_changed",
    "summary": "A password was changed: by its user, or with a mailed code.",
    "data": "UserPasswordChangedEvent"
  },
  {
    "type": "user.password_locked",
    "summary": "A password can no longer be changed.",
    "data": "UserPasswordLockedEvent"
  },
  {
    "type": "user.password_unlocked",
    "summary": "A password can be changed again.",
    "data": "UserPasswordUnlockedEvent"
  },
  {
    "type": "user.registered",
    "summary": "Somebody has an account now.",
    "data": "UserRegisteredEvent"
  },
  {
    "type": "user.updated",
    "summary": "An administrator changed an account.",
    "data": "UserUpdatedEvent"
  },
  {
    "type": "volume.attached",
    "summary": "A volume was attached to an instance.",
    "data": "VolumeAttachedEvent"
  },
  {
    "type": "volume.created",
    "summary": "A volume was made.",
    "data": "VolumeCreatedEvent"
  },
  {
    "type": "volume.deleted",
    "summary": "A volume was deleted.",
    "data": "VolumeDeletedEvent"
  },
  {
    "type": "volume.detached",
    "summary": "A volume was taken from an instance.",
    "data": "VolumeDetachedEvent"
  }
];
