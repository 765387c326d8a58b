import { untilAtRest } from '@chuanliu/testing/at-rest';
import { declareTopics } from './declare-topics';
import { Progress } from './progress';
import { heard, ListeningService, STREAM } from './test/listening-service';

describe('a service that hears a stream for the first time', () => {
  const service = new ListeningService();

  beforeAll(() => service.connect());
  afterAll(() => service.close());

  it('begins with what the broker still has of it, also where that is nothing', async () => {
    await declareTopics(service.settings, [STREAM]);
    await service.send(0, 'gone-1', 'gone-2', 'kept');
    await service.send(1, 'gone-3');
    await service.forget(0, '2');
    await service.forget(1, '1');

    await service.start();
    await untilAtRest(() => service.get(Progress).look());
    expect(heard).toEqual(['kept']);

    await service.send(1, 'next');
    await untilAtRest(() => service.get(Progress).look());
    expect(heard).toEqual(['kept', 'next']);
  });
});
