/** The table of types that only the `context` of policies has. Adding a type is adding its line. */
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import { ExpressionSyntaxExtensions } from './ExpressionSyntaxExtensions.ts';
import { AuthorizationType, BasicAuthCredentialsType } from './credentials.ts';
import { FormExtensions } from './FormExtensions.ts';
import { IApi, ISubscriptionKeyParameterNames } from './IApi.ts';
import { BackendType, IBackend, IWorkspace } from './IBackend.ts';
import { IDeployment, IGateway, ISustainabilityInfo } from './IDeployment.ts';
import { IFoundry } from './IFoundry.ts';
import { IGraphQL } from './IGraphQL.ts';
import { ILastError } from './ILastError.ts';
import { IMessageBody } from './IMessageBody.ts';
import { IOperation } from './IOperation.ts';
import { IPrivateEndpointConnection } from './IPrivateEndpointConnection.ts';
import { IProduct, ProductState } from './IProduct.ts';
import { IProxyRequestContext } from './IProxyRequestContext.ts';
import { IRequest } from './IRequest.ts';
import { IResponse } from './IResponse.ts';
import { ISubscription } from './ISubscription.ts';
import { IGroup, IUser, IUserIdentity } from './IUser.ts';
import { IUrl } from './IUrl.ts';
import { JwtType } from './Jwt.ts';

export const contextTypes: readonly TypeDefinition[] = [
  AuthorizationType,
  BackendType,
  BasicAuthCredentialsType,
  ExpressionSyntaxExtensions,
  FormExtensions,
  IApi,
  IBackend,
  IDeployment,
  IGateway,
  ISustainabilityInfo,
  IFoundry,
  IGraphQL,
  IGroup,
  ILastError,
  IMessageBody,
  IOperation,
  IPrivateEndpointConnection,
  IProduct,
  IProxyRequestContext,
  IRequest,
  IResponse,
  ISubscription,
  ISubscriptionKeyParameterNames,
  IUrl,
  IUser,
  IUserIdentity,
  IWorkspace,
  JwtType,
  ProductState,
];
