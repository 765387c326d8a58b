import { Controller, Get, Injectable } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Roles } from '@chuanliu/auth/auth.decorators';

/** Holds how the service describes itself; built on the first look, since few starts need it. */
@Injectable()
export class ServiceDescription {
  private document?: OpenAPIObject;
  private build: () => OpenAPIObject = () => {
    throw new Error('The service has not been described yet');
  };

  describeBy(build: () => OpenAPIObject): void {
    this.build = build;
  }

  read(): OpenAPIObject {
    this.document ??= this.build();
    return this.document;
  }
}

/** The gateway gathers these into the public `/openapi.json`. */
@ApiExcludeController()
@Roles('internal')
@Controller('internal/openapi.json')
export class OpenApiController {
  constructor(private readonly description: ServiceDescription) {}

  @Get()
  read(): OpenAPIObject {
    return this.description.read();
  }
}
