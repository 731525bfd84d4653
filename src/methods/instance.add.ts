// instance.add: makes an instance; the seed's copy of instance.action is taken too.
import { invalid } from '../errors.js';
import { method } from '../registry/method.js';
import { actionOf, longOptions, profileNames } from './present/instance-fields.js';
import { accepted } from './present/operation.js';
import { single } from './present/document.js';

export default method('instance.add', async ({ core, caller }, params) => {
  const options = longOptions(params);
  if (params.instance_id !== undefined) {
    const action = actionOf(params.instance_status);
    return accepted(
      await core.instances.action(caller, { instance_id: params.instance_id }, action, options),
    );
  }
  if (params.server_id === undefined) throw invalid('server_id', 'must name the server to make it on');
  if (params.instance_name === undefined) throw invalid('instance_name', 'must be given');
  if (params.instance_image === undefined)
    throw invalid('instance_image', 'must be a fingerprint or an alias');
  const work = await core.addInstance(
    caller,
    {
      server_id: params.server_id,
      name: params.instance_name,
      type: params.instance_type,
      image: params.instance_image,
      image_server: params.image_server_host,
      profiles: profileNames(params.instance_profiles),
      memory: String(params.instance_memory),
      cpu: String(params.instance_cpu),
      interface: params.instance_interface,
      dhcp: params.instance_dhcp,
      network: params.instance_network,
      nameserver: params.instance_nameserver,
      command: params.instance_command,
      start: params.instance_start,
      config: params.instance_config,
      devices: params.instance_devices,
      description: params.instance_description,
      ...(params.project_id === undefined ? {} : { project_id: params.project_id }),
    },
    options,
  );
  return single('instance', work.instance_id, { response: true as const, ...work });
});
