import { Logger, Module, type DynamicModule } from '@nestjs/common';
import { SecretSeal } from '@chuanliu/auth/secret-seal';
import { topics } from '@chuanliu/contracts/topics';
import { MessagingModule } from '@chuanliu/messaging/messaging.module';
import type { MessagingSettings } from '@chuanliu/messaging/settings';
import { AnnounceAgain } from './announce-again/announce-again';
import { AssignAccountController } from './assign-account/assign-account.controller';
import { AssignAccountHandler } from './assign-account/assign-account.handler';
import { ContractAgencyController } from './contract-agency/contract-agency.controller';
import { ContractAgencyHandler } from './contract-agency/contract-agency.handler';
import { KeepPayeeController } from './keep-payee/keep-payee.controller';
import { KeepPayeeHandler } from './keep-payee/keep-payee.handler';
import { ListPartiesController } from './list-parties/list-parties.controller';
import { ListPartiesQuery } from './list-parties/list-parties.query';
import { NamePersons } from './name-persons/name-persons';
import { RegisterAgencyController } from './register-party/register-agency.controller';
import { RegisterPartyHandler } from './register-party/register-party.handler';
import { RegisterRecruiterController } from './register-party/register-recruiter.controller';
import { SetPolicyController } from './set-policy/set-policy.controller';
import { SetPolicyHandler } from './set-policy/set-policy.handler';
import { Directory } from './storage/directory';
import { allMigrations } from './storage/migrations/all';
import { NamedParties } from './storage/named-parties';
import { SuspendPartyController } from './suspend-party/suspend-party.controller';
import { SuspendPartyHandler } from './suspend-party/suspend-party.handler';
import { WriteBrandController } from './write-brand/write-brand.controller';
import { WriteBrandHandler } from './write-brand/write-brand.handler';
import { WritePromoterController } from './write-promoter/write-promoter.controller';
import { WritePromoterHandler } from './write-promoter/write-promoter.handler';

@Module({})
export class PartnersModule {}

/**
 * The one place where the service is wired.
 * @param payeeKey 32 bytes in base64 that seal bank accounts at rest, if there is one
 */
export function partnersModule(settings: MessagingSettings, payeeKey: string | undefined): DynamicModule {
  return {
    module: PartnersModule,
    imports: [
      MessagingModule.forRoot({
        service: 'partners',
        settings,
        migrations: allMigrations,
        topics: [],
        produces: [topics.partnerEvents.name],
      }),
    ],
    controllers: [
      WriteBrandController,
      WritePromoterController,
      RegisterRecruiterController,
      RegisterAgencyController,
      AssignAccountController,
      ContractAgencyController,
      SuspendPartyController,
      KeepPayeeController,
      SetPolicyController,
      ListPartiesController,
    ],
    providers: [
      Directory,
      NamedParties,
      { provide: SecretSeal, useFactory: () => accountSeal(payeeKey) },
      WriteBrandHandler,
      WritePromoterHandler,
      RegisterPartyHandler,
      AssignAccountHandler,
      ContractAgencyHandler,
      SuspendPartyHandler,
      KeepPayeeHandler,
      NamePersons,
      AnnounceAgain,
      SetPolicyHandler,
      ListPartiesQuery,
    ],
  };
}

function accountSeal(payeeKey: string | undefined): SecretSeal {
  const seal = new SecretSeal(payeeKey, 'PAYEE_KEY');
  if (seal.isOpen) new Logger(SecretSeal.name).warn('PAYEE_KEY is not set: bank accounts are stored readable');
  return seal;
}
