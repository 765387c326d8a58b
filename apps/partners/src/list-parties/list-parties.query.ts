import { Injectable } from '@nestjs/common';
import type { PartyKind } from '@chuanliu/auth/caller';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { brandInForce, promoterInForce, type BrandVersion, type PromoterVersion } from '../domain/facts';
import { Directory } from '../storage/directory';
import type { Entry } from '../storage/entries';
import type { PartyRow } from './list-parties.dto';

/** Rows of the directory, with what is in force now. */
@Injectable()
export class ListPartiesQuery {
  constructor(
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async rows(kind: PartyKind, ids: string[]): Promise<PartyRow[]> {
    const entries = await this.directory.entries(kind, ids);
    const versions = await this.directory.versionsOf<BrandVersion & PromoterVersion>(kind, ids);
    return entries.map(entry => ({
      id: entry.id,
      ...this.factsOf(entry, versions.get(entry.id) ?? []),
      updatedAt: entry.updatedAt,
    }));
  }

  private factsOf(entry: Entry, versions: Array<BrandVersion & PromoterVersion>): Omit<PartyRow, 'id' | 'updatedAt'> {
    const now = this.clock.now();
    if (entry.kind === 'brand') {
      const { name, techFeeBps, shopScore, supplyTier } = brandInForce(versions, now);
      return { name, techFeeBps, shopScore, supplyTier };
    }
    if (entry.kind === 'promoter') {
      const { name, kind, reputation } = promoterInForce(versions, now);
      return { name, kind, reputation };
    }
    return entry.undated as { name: string; kind?: 'person' | 'company' };
  }
}
