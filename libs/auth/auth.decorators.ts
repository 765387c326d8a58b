import { SetMetadata } from '@nestjs/common';
import { clientRoles, type Role } from './caller';

export const ROLES = 'chuanliu:roles';
export const PUBLIC = 'chuanliu:public';

/** Opens a route, or a controller's routes, to these roles. A route that names none is closed to everyone. */
export const Roles = (...roles: [Role, ...Role[]]) => SetMetadata(ROLES, roles);

/** Opens a route to every client that shows a valid token. */
export const AnyClient = () => SetMetadata(ROLES, [...clientRoles]);

/** Opens a route to anyone who can reach the port, without a token. */
export const Public = () => SetMetadata(PUBLIC, true);
