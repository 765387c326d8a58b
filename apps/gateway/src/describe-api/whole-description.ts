import { Injectable, Logger } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ServiceDescription } from '@chuanliu/http/openapi.controller';
import { Upstreams } from '../forward/upstreams';
import { upstreamNames, type UpstreamName } from '../gateway.config';
import { mergeDocuments } from './merge-documents';

/** How long a description is given again before the services are asked anew, in milliseconds. */
const freshMs = 60_000;
const freshWhileIncompleteMs = 5_000;

/** The description of the whole public API, gathered from the services; one that is down is described as it last was. */
@Injectable()
export class WholeDescription {
  private readonly logger = new Logger(WholeDescription.name);
  private readonly lastKnown = new Map<UpstreamName, OpenAPIObject>();
  private current?: { document: Promise<OpenAPIObject>; until: number };

  constructor(
    private readonly own: ServiceDescription,
    private readonly upstreams: Upstreams,
  ) {}

  read(): Promise<OpenAPIObject> {
    if (!this.current || this.current.until < Date.now()) {
      const current = { document: this.gather(), until: Date.now() + freshWhileIncompleteMs };
      this.current = current;
      current.document
        .then(() => {
          if (this.lastKnown.size === upstreamNames.length) current.until = Date.now() + freshMs;
        })
        .catch(() => {
          current.until = 0;
        });
    }
    return this.current.document;
  }

  private async gather(): Promise<OpenAPIObject> {
    await Promise.all(upstreamNames.map(service => this.ask(service)));
    const documents = upstreamNames.flatMap(service => {
      const document = this.lastKnown.get(service);
      return document ? [{ service, document }] : [];
    });
    return mergeDocuments(this.own.read(), documents);
  }

  private async ask(service: UpstreamName): Promise<void> {
    try {
      this.lastKnown.set(service, await this.upstreams.read<OpenAPIObject>(service, '/internal/openapi.json'));
    } catch (fault) {
      this.logger.debug(`${service} did not describe itself: ${String(fault)}`);
    }
  }
}
