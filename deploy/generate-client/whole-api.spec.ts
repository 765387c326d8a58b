import { describeWholeApi } from './whole-api';

interface Shape {
  properties?: Record<string, Shape | undefined>;
  items?: Shape;
}

interface Operation {
  parameters?: Array<{ name: string; in: string }>;
  responses: Record<string, { content?: Record<string, { schema: Shape }> }>;
}

/** Lists that cannot be pulled by what changed, and why. */
const withoutUpdatedFrom: Record<string, string> = {
  'GET /v1/promoters/{partyId}/pool':
    'A search: what a product would earn changes with rates, stock and fees, and has no instant of change of its own',
  'GET /v1/settlement-runs/{runId}/statements': 'They are made as a whole, when their run is done',
  'GET /v1/tax-reports/{quarter}': 'A report, to be handed in as a whole',
};

describe('every list of the API', () => {
  let lists: Array<{ name: string; parameters: string[]; row: Shape }>;

  beforeAll(async () => {
    const { paths } = await describeWholeApi();
    lists = Object.entries(paths).flatMap(([path, { get }]) => {
      const { parameters = [], responses } = (get ?? { responses: {} }) as Operation;
      const answer = responses['200']?.content?.['application/json']?.schema.properties;
      if (!answer?.nextCursor) return [];
      const asked = parameters.filter(parameter => parameter.in === 'query').map(({ name }) => name);
      return [{ name: `GET ${path}`, parameters: asked, row: answer.items!.items! }];
    });
  });

  it('is found: there are some forty', () => {
    expect(lists.length).toBeGreaterThan(30);
  });

  it('pulls what changed, by updatedFrom', () => {
    const without = lists.filter(({ parameters }) => !parameters.includes('updatedFrom')).map(({ name }) => name);
    expect(without.sort()).toEqual(Object.keys(withoutUpdatedFrom).sort());
  });

  it('is paged', () => {
    const pages = ({ parameters }: { parameters: string[] }) =>
      ['limit', 'cursor'].every(name => parameters.includes(name));
    expect(lists.filter(list => !pages(list)).map(({ name }) => name)).toEqual([]);
  });

  it('has an id and an instant of change in each row', () => {
    const tells = ({ row }: { row: Shape }) =>
      row.properties?.id !== undefined && row.properties.updatedAt !== undefined;
    expect(lists.filter(list => !tells(list)).map(({ name }) => name)).toEqual([]);
  });
});
