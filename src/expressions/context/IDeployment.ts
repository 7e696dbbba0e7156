import { defineType, membersOf } from '../declare/defineType.ts';
import { keepPrivateKey } from '../runtime/cryptography/privateKeys.ts';
import { thumbprintOf } from '../types/System.Security.Cryptography.X509Certificates/certificateDetails.ts';
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
      'ISustainabilityInfo SustainabilityInfo { get; }',
      () => sustainabilityInfo,
      'context.Deployment.SustainabilityInfo.CurrentCarbonIntensity // "NotAvailable"',
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

class SustainabilityInfo {}

const sustainabilityInfo = new SustainabilityInfo();

/** `context.Deployment.SustainabilityInfo` */
export const ISustainabilityInfo = defineType({
  name: 'ISustainabilityInfo',
  kind: 'interface',
  represents: SustainabilityInfo,
  members: [
    // A preview of Azure's: how much carbon its regions emit, by category. No other place tells.
    membersOf<SustainabilityInfo>()(
      'string CurrentCarbonIntensity { get; }',
      () => 'NotAvailable',
      'context.Deployment.SustainabilityInfo.CurrentCarbonIntensity // "NotAvailable"',
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

/**
 * Azure's page says nothing of the names. Documents ask for thumbprints, and Microsoft's policy
 * toolkit for ids.
 */
function certificatesOf(certificates: HostDeployment['certificates']): TextDictionary {
  const { registry } = IDeployment;
  const types = [
    registry.named('System.String'),
    registry.named('System.Security.Cryptography.X509Certificates.X509Certificate2'),
  ] as const;
  const byThumbprint = new Map(
    [...certificates.values()].map((each) => [thumbprintOf(each.certificate, 'SHA1'), each]),
  );
  return new TextDictionary(types, {
    names: () => byThumbprint.keys(),
    find(name) {
      const found = byThumbprint.get(name.toUpperCase()) ?? certificates.get(name);
      return found && keepPrivateKey(found.certificate, () => found.privateKey());
    },
  });
}
