import { AuditLogController } from './list-audit-log/audit-log.controller';
import { AuditLogQuery } from './list-audit-log/audit-log.query';

/** What people change in the books by hand, who did it, and the proof that nobody did more. */
export const adjusting = {
  controllers: [AuditLogController],
  providers: [AuditLogQuery],
};
