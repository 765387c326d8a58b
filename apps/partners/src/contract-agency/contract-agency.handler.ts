import { Injectable } from '@nestjs/common';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { agencyContract } from '@chuanliu/contracts/partners/agency-contract.v1';
import { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { contractDiffers, contractsOverlap, endsBeforeItBegins } from '../domain/partners.problems';
import { endsTooEarly, overlap } from '../domain/spans';
import type { AgencyContract } from '../storage/directory';
import { lockEntry, touchEntry } from '../storage/entries';
import { NamedParties } from '../storage/named-parties';
import type { ContractAgency, ContractAnswer } from './contract-agency.dto';

type KnownContract = AgencyContract & { revision: number };

@Injectable()
export class ContractAgencyHandler {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly parties: NamedParties,
    private readonly clock: Clock,
  ) {}

  /** Puts a promoter under an agency for a span of time; a promoter is under one agency at a time. */
  async run(promoterId: string, write: ContractAgency): Promise<ContractAnswer> {
    const contract: AgencyContract = {
      agencyId: write.agencyId,
      agencyBps: write.agencyBps,
      from: toUtcInstant(write.from),
      to: write.to === undefined ? null : toUtcInstant(write.to),
    };
    if (endsTooEarly(contract)) throw endsBeforeItBegins(contract.from, contract.to!);
    await this.parties.awaitInPath('promoter', promoterId);
    await this.parties.awaitInBody('/agencyId', 'agency', contract.agencyId);
    await this.database.transaction(tx => this.write(tx, promoterId, contract));
    return { promoterId, ...contract };
  }

  private async write(tx: Tx, promoterId: string, contract: AgencyContract): Promise<void> {
    await lockEntry(tx, 'promoter', promoterId);
    const known = await contractsOf(tx, promoterId);
    const before = known.find(other => other.from === contract.from);
    if (before && (before.agencyId !== contract.agencyId || before.agencyBps !== contract.agencyBps)) {
      throw contractDiffers(promoterId, contract.from);
    }
    if (before && before.to === contract.to) return;
    const rival = known.find(other => other !== before && overlap(other, contract));
    if (rival) throw contractsOverlap(promoterId, { agencyId: rival.agencyId, from: rival.from, to: rival.to });

    const revision = (before?.revision ?? 0) + 1;
    const { agencyId, agencyBps, from, to } = contract;
    await insertRows(
      tx,
      'agency_contract',
      ['promoter_id', 'holds_from', 'holds_to', 'agency_id', 'agency_bps', 'revision'],
      [[promoterId, toColumn(from), toColumn(to), agencyId, agencyBps, revision]],
      { onDuplicate: takeNew('holds_to', 'revision') },
    );
    await touchEntry(tx, { kind: 'promoter', id: promoterId }, this.clock.now());
    await this.outbox.add(tx, agencyContract, [{ data: { promoterId, ...contract, revision } }]);
  }
}

async function contractsOf(tx: Tx, promoterId: string): Promise<KnownContract[]> {
  const rows = await tx.query<{
    agency_id: string;
    agency_bps: number;
    holds_from: string;
    holds_to: string | null;
    revision: number;
  }>('SELECT agency_id, agency_bps, holds_from, holds_to, revision FROM agency_contract WHERE promoter_id = ?', [
    promoterId,
  ]);
  return rows.map(row => ({
    agencyId: row.agency_id,
    agencyBps: row.agency_bps,
    from: fromColumn(row.holds_from),
    to: fromColumn(row.holds_to),
    revision: row.revision,
  }));
}
