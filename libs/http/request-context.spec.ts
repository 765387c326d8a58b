import { currentContext, runInContext } from './request-context';

const one = { requestId: 'r-1', traceparent: 't-1' };

it('belongs to the work it was opened for, and to nothing beside it', async () => {
  const seen = await Promise.all(
    [one, { ...one, requestId: 'r-2' }].map(context =>
      runInContext(context, async () => {
        await new Promise(resolve => setTimeout(resolve, 1));
        return currentContext()?.requestId;
      }),
    ),
  );
  expect(seen).toEqual(['r-1', 'r-2']);
  expect(currentContext()).toBeUndefined();
});
