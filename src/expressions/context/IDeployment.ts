import { defineType, membersOf } from '../declare/defineType.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import type { HostDeployment } from './host.ts';
import { TextDictionary } from './TextDictionary.ts';

const member = membersOf<HostDeployment>();
const gateway = membersOf<HostDeployment['gateway']>();

/** `context.Deployment` */
export const IDeployment: TypeDefinition = defineType({
  name: 'IDeployment',
  kind: 'interface',
  members: [
    member(
      'IReadOnlyDictionary<string, X509Certificate2> Certificates { get; }',
      ({ certificates }) => certificatesOf(certificates),
      'context.Deployment.Certificates.Count // 0',
    ),
    member(
      'IGateway Gateway { get; }',
      (self) => self.gateway,
      'context.Deployment.Gateway.IsManaged // true',
    ),
    member(
      'string GatewayId { get; }',
      (self) => self.gatewayId,
      'context.Deployment.GatewayId // "managed"',
    ),
    member(
      'string Region { get; }',
      (self) => self.region,
      'context.Deployment.Region // "West Europe"',
    ),
    member(
      'string ServiceId { get; }',
      (self) => self.serviceId,
      'context.Deployment.ServiceId // "apim"',
    ),
    member(
      'string ServiceName { get; }',
      (self) => self.serviceName,
      'context.Deployment.ServiceName // "apim"',
    ),
  ],
});

/** `context.Deployment.Gateway` */
export const IGateway = defineType({
  name: 'IGateway',
  kind: 'interface',
  members: [
    gateway('string Id { get; }', (self) => self.id, 'context.Deployment.Gateway.Id // "managed"'),
    gateway(
      'string InstanceId { get; }',
      (self) => self.instanceId,
      'context.Deployment.Gateway.InstanceId // "gw-0"',
    ),
    gateway(
      'bool IsManaged { get; }',
      (self) => self.isManaged,
      'context.Deployment.Gateway.IsManaged // true',
    ),
  ],
});

function certificatesOf(certificates: HostDeployment['certificates']): TextDictionary {
  const { registry } = IDeployment;
  const types = [
    registry.named('System.String'),
    registry.named('System.Security.Cryptography.X509Certificates.X509Certificate2'),
  ] as const;
  return new TextDictionary(types, {
    names: () => certificates.keys(),
    find: (name) => certificates.get(name),
  });
}
