import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { PersonalRates } from './pool-index';

/** Rates of products and brands that are kept in all: some ten MiB. */
const MOST_KEPT = 100_000;
/** What an order takes by itself, whatever it has, as so many rates do: its name and two maps, some 700 bytes. */
const ROOM_OF_AN_ORDER = 6;

/**
 * The rates by which orders began, for the pages that follow: what a promoter got then is worked out once. Those that
 * began longest ago go when there are too many; their next page, as one of another instance, has them worked out again.
 */
export class RatesOfOrders {
  private readonly orders = new Map<string, PersonalRates>();
  private kept = 0;

  constructor(private readonly most = MOST_KEPT) {}

  keep(promoterId: string, begun: UtcInstant, rates: PersonalRates): void {
    const name = nameOf(promoterId, begun);
    this.drop(name);
    this.orders.set(name, rates);
    this.kept += sizeOf(rates);
    for (const oldest of this.orders.keys()) {
      if (this.kept <= this.most) break;
      this.drop(oldest);
    }
  }

  of(promoterId: string, begun: UtcInstant): PersonalRates | undefined {
    return this.orders.get(nameOf(promoterId, begun));
  }

  private drop(name: string): void {
    const rates = this.orders.get(name);
    if (rates && this.orders.delete(name)) this.kept -= sizeOf(rates);
  }
}

const nameOf = (promoterId: string, begun: UtcInstant): string => `${promoterId} ${begun}`;

const sizeOf = ({ products, brands }: PersonalRates): number => ROOM_OF_AN_ORDER + products.size + brands.size;
