// Written by `npm run gen` from schemas/: change those, not this.
import type { Method, MethodName } from '../registry/method.js';
import auditListMethod from '../methods/audit.list.js';
import certificateListMethod from '../methods/certificate.list.js';
import certificateRevokeMethod from '../methods/certificate.revoke.js';
import configGetMethod from '../methods/config.get.js';
import eventAuthMethod from '../methods/event.auth.js';
import eventListMethod from '../methods/event.list.js';
import eventSubscribeMethod from '../methods/event.subscribe.js';
import healthAliveMethod from '../methods/health.alive.js';
import healthReadyMethod from '../methods/health.ready.js';
import imageDeleteMethod from '../methods/image.delete.js';
import imageListMethod from '../methods/image.list.js';
import imageServerListMethod from '../methods/image.serverList.js';
import instanceActionMethod from '../methods/instance.action.js';
import instanceAddMethod from '../methods/instance.add.js';
import instanceConsoleMethod from '../methods/instance.console.js';
import instanceDeleteMethod from '../methods/instance.delete.js';
import instanceExecMethod from '../methods/instance.exec.js';
import instanceFileGetMethod from '../methods/instance.file.get.js';
import instanceFilePutMethod from '../methods/instance.file.put.js';
import instanceGetMethod from '../methods/instance.get.js';
import instanceListMethod from '../methods/instance.list.js';
import instanceLogMethod from '../methods/instance.log.js';
import instanceRenameMethod from '../methods/instance.rename.js';
import instanceSuspendMethod from '../methods/instance.suspend.js';
import instanceUnsuspendMethod from '../methods/instance.unsuspend.js';
import instanceUpdateMethod from '../methods/instance.update.js';
import locationAddMethod from '../methods/location.add.js';
import locationDeleteMethod from '../methods/location.delete.js';
import locationListMethod from '../methods/location.list.js';
import locationUpdateMethod from '../methods/location.update.js';
import networkAddMethod from '../methods/network.add.js';
import networkDeleteMethod from '../methods/network.delete.js';
import networkListMethod from '../methods/network.list.js';
import networkUpdateMethod from '../methods/network.update.js';
import operationCancelMethod from '../methods/operation.cancel.js';
import operationGetMethod from '../methods/operation.get.js';
import operationListMethod from '../methods/operation.list.js';
import osAddMethod from '../methods/os.add.js';
import osDeleteMethod from '../methods/os.delete.js';
import osListMethod from '../methods/os.list.js';
import osUpdateMethod from '../methods/os.update.js';
import planAddMethod from '../methods/plan.add.js';
import planDeleteMethod from '../methods/plan.delete.js';
import planListMethod from '../methods/plan.list.js';
import planUpdateMethod from '../methods/plan.update.js';
import poolListMethod from '../methods/pool.list.js';
import prefixAddMethod from '../methods/prefix.add.js';
import prefixDeleteMethod from '../methods/prefix.delete.js';
import prefixListMethod from '../methods/prefix.list.js';
import profileAddMethod from '../methods/profile.add.js';
import profileDeleteMethod from '../methods/profile.delete.js';
import profileListMethod from '../methods/profile.list.js';
import profileUpdateMethod from '../methods/profile.update.js';
import projectAddMethod from '../methods/project.add.js';
import projectDeleteMethod from '../methods/project.delete.js';
import projectGetMethod from '../methods/project.get.js';
import projectListMethod from '../methods/project.list.js';
import projectMemberAddMethod from '../methods/project.member.add.js';
import projectMemberListMethod from '../methods/project.member.list.js';
import projectMemberRemoveMethod from '../methods/project.member.remove.js';
import projectMemberUpdateMethod from '../methods/project.member.update.js';
import projectUpdateMethod from '../methods/project.update.js';
import quotaListMethod from '../methods/quota.list.js';
import quotaSetMethod from '../methods/quota.set.js';
import serverAddMethod from '../methods/server.add.js';
import serverDeleteMethod from '../methods/server.delete.js';
import serverGetMethod from '../methods/server.get.js';
import serverGrantMethod from '../methods/server.grant.js';
import serverListMethod from '../methods/server.list.js';
import serverRevokeMethod from '../methods/server.revoke.js';
import serverUpdateMethod from '../methods/server.update.js';
import serverVerifyMethod from '../methods/server.verify.js';
import simplestreamAddMethod from '../methods/simplestream.add.js';
import simplestreamDeleteMethod from '../methods/simplestream.delete.js';
import simplestreamImagesMethod from '../methods/simplestream.images.js';
import simplestreamImportMethod from '../methods/simplestream.import.js';
import simplestreamListMethod from '../methods/simplestream.list.js';
import simplestreamPushMethod from '../methods/simplestream.push.js';
import simplestreamUploadMethod from '../methods/simplestream.upload.js';
import simplestreamUploadBeginMethod from '../methods/simplestream.upload.begin.js';
import simplestreamUploadChunkMethod from '../methods/simplestream.upload.chunk.js';
import simplestreamUploadFinishMethod from '../methods/simplestream.upload.finish.js';
import simplestreamUploadStatusMethod from '../methods/simplestream.upload.status.js';
import snapshotAddMethod from '../methods/snapshot.add.js';
import snapshotDeleteMethod from '../methods/snapshot.delete.js';
import snapshotListMethod from '../methods/snapshot.list.js';
import snapshotRestoreMethod from '../methods/snapshot.restore.js';
import sshKeyAddMethod from '../methods/ssh-key.add.js';
import sshKeyDeleteMethod from '../methods/ssh-key.delete.js';
import sshKeyGetMethod from '../methods/ssh-key.get.js';
import tokenCreateMethod from '../methods/token.create.js';
import tokenGetMethod from '../methods/token.get.js';
import tokenRevokeMethod from '../methods/token.revoke.js';
import trafficGetMethod from '../methods/traffic.get.js';
import userAssertionGetMethod from '../methods/user.assertionGet.js';
import userAssertionVerifyMethod from '../methods/user.assertionVerify.js';
import userCredentialDeleteMethod from '../methods/user.credentialDelete.js';
import userCredentialGetMethod from '../methods/user.credentialGet.js';
import userCredentialMakeMethod from '../methods/user.credentialMake.js';
import userDisableMethod from '../methods/user.disable.js';
import userEmailChangeMethod from '../methods/user.emailChange.js';
import userGetMethod from '../methods/user.get.js';
import userListMethod from '../methods/user.list.js';
import userLoginMethod from '../methods/user.login.js';
import userLogoutMethod from '../methods/user.logout.js';
import userPasswordChangeMethod from '../methods/user.passwordChange.js';
import userPasswordLockMethod from '../methods/user.passwordLock.js';
import userRecoveryMethod from '../methods/user.recovery.js';
import userRegisterMethod from '../methods/user.register.js';
import userUpdateMethod from '../methods/user.update.js';
import volumeAddMethod from '../methods/volume.add.js';
import volumeAttachMethod from '../methods/volume.attach.js';
import volumeDeleteMethod from '../methods/volume.delete.js';
import volumeDetachMethod from '../methods/volume.detach.js';
import volumeListMethod from '../methods/volume.list.js';

export const METHODS: Readonly<Record<MethodName, Method>> = {
  'audit.list': auditListMethod,
  'certificate.list': certificateListMethod,
  'certificate.revoke': certificateRevokeMethod,
  'config.get': configGetMethod,
  'event.auth': eventAuthMethod,
  'event.list': eventListMethod,
  'event.subscribe': eventSubscribeMethod,
  'health.alive': healthAliveMethod,
  'health.ready': healthReadyMethod,
  'image.delete': imageDeleteMethod,
  'image.list': imageListMethod,
  'image.serverList': imageServerListMethod,
  'instance.action': instanceActionMethod,
  'instance.add': instanceAddMethod,
  'instance.console': instanceConsoleMethod,
  'instance.delete': instanceDeleteMethod,
  'instance.exec': instanceExecMethod,
  'instance.file.get': instanceFileGetMethod,
  'instance.file.put': instanceFilePutMethod,
  'instance.get': instanceGetMethod,
  'instance.list': instanceListMethod,
  'instance.log': instanceLogMethod,
  'instance.rename': instanceRenameMethod,
  'instance.suspend': instanceSuspendMethod,
  'instance.unsuspend': instanceUnsuspendMethod,
  'instance.update': instanceUpdateMethod,
  'location.add': locationAddMethod,
  'location.delete': locationDeleteMethod,
  'location.list': locationListMethod,
  'location.update': locationUpdateMethod,
  'network.add': networkAddMethod,
  'network.delete': networkDeleteMethod,
  'network.list': networkListMethod,
  'network.update': networkUpdateMethod,
  'operation.cancel': operationCancelMethod,
  'operation.get': operationGetMethod,
  'operation.list': operationListMethod,
  'os.add': osAddMethod,
  'os.delete': osDeleteMethod,
  'os.list': osListMethod,
  'os.update': osUpdateMethod,
  'plan.add': planAddMethod,
  'plan.delete': planDeleteMethod,
  'plan.list': planListMethod,
  'plan.update': planUpdateMethod,
  'pool.list': poolListMethod,
  'prefix.add': prefixAddMethod,
  'prefix.delete': prefixDeleteMethod,
  'prefix.list': prefixListMethod,
  'profile.add': profileAddMethod,
  'profile.delete': profileDeleteMethod,
  'profile.list': profileListMethod,
  'profile.update': profileUpdateMethod,
  'project.add': projectAddMethod,
  'project.delete': projectDeleteMethod,
  'project.get': projectGetMethod,
  'project.list': projectListMethod,
  'project.member.add': projectMemberAddMethod,
  'project.member.list': projectMemberListMethod,
  'project.member.remove': projectMemberRemoveMethod,
  'project.member.update': projectMemberUpdateMethod,
  'project.update': projectUpdateMethod,
  'quota.list': quotaListMethod,
  'quota.set': quotaSetMethod,
  'server.add': serverAddMethod,
  'server.delete': serverDeleteMethod,
  'server.get': serverGetMethod,
  'server.grant': serverGrantMethod,
  'server.list': serverListMethod,
  'server.revoke': serverRevokeMethod,
  'server.update': serverUpdateMethod,
  'server.verify': serverVerifyMethod,
  'simplestream.add': simplestreamAddMethod,
  'simplestream.delete': simplestreamDeleteMethod,
  'simplestream.images': simplestreamImagesMethod,
  'simplestream.import': simplestreamImportMethod,
  'simplestream.list': simplestreamListMethod,
  'simplestream.push': simplestreamPushMethod,
  'simplestream.upload': simplestreamUploadMethod,
  'simplestream.upload.begin': simplestreamUploadBeginMethod,
  'simplestream.upload.chunk': simplestreamUploadChunkMethod,
  'simplestream.upload.finish': simplestreamUploadFinishMethod,
  'simplestream.upload.status': simplestreamUploadStatusMethod,
  'snapshot.add': snapshotAddMethod,
  'snapshot.delete': snapshotDeleteMethod,
  'snapshot.list': snapshotListMethod,
  'snapshot.restore': snapshotRestoreMethod,
  'ssh-key.add': sshKeyAddMethod,
  'ssh-key.delete': sshKeyDeleteMethod,
  'ssh-key.get': sshKeyGetMethod,
  'token.create': tokenCreateMethod,
  'token.get': tokenGetMethod,
  'token.revoke': tokenRevokeMethod,
  'traffic.get': trafficGetMethod,
  'user.assertionGet': userAssertionGetMethod,
  'user.assertionVerify': userAssertionVerifyMethod,
  'user.credentialDelete': userCredentialDeleteMethod,
  'user.credentialGet': userCredentialGetMethod,
  'user.credentialMake': userCredentialMakeMethod,
  'user.disable': userDisableMethod,
  'user.emailChange': userEmailChangeMethod,
  'user.get': userGetMethod,
  'user.list': userListMethod,
  'user.login': userLoginMethod,
  'user.logout': userLogoutMethod,
  'user.passwordChange': userPasswordChangeMethod,
  'user.passwordLock': userPasswordLockMethod,
  'user.recovery': userRecoveryMethod,
  'user.register': userRegisterMethod,
  'user.update': userUpdateMethod,
  'volume.add': volumeAddMethod,
  'volume.attach': volumeAttachMethod,
  'volume.delete': volumeDeleteMethod,
  'volume.detach': volumeDetachMethod,
  'volume.list': volumeListMethod,
};
