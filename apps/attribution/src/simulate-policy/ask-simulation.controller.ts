import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import { NewSimulation, SimulationAsked } from '../show-simulations/simulation.dto';
import { AskSimulation } from './ask-simulation.handler';

@Controller('v1/attribution/simulations')
@Roles('operator', 'finance')
export class AskSimulationController {
  constructor(private readonly simulations: AskSimulation) {}

  @Post()
  @HttpCode(202)
  @Describes({
    summary: 'Decides the lines ordered in a period again under another policy, and touches nothing',
    description:
      'Every line is decided and divided twice by what is known when it is passed: as the policy in force does, and as the ' +
      'one that is tried would. One simulation runs at a time, others wait; `…/progress` tells how far it is.',
    body: NewSimulation,
    answer: SimulationAsked,
    status: 202,
    problems: { invalid: ['attribution/empty-period', 'attribution/period-too-long'] },
  })
  ask(@Body(valid(NewSimulation)) asked: NewSimulation): Promise<SimulationAsked> {
    return this.simulations.run(asked);
  }
}
