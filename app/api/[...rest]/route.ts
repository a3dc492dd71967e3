import { ServiceError } from '#app/_server/service-error.ts';

/** Any address of the interface that no route has: said as the interface says it, not as a page. */
const nowhere = (): Response => new ServiceError('not-found', 'There is no such address.').toResponse();

export { nowhere as DELETE, nowhere as GET, nowhere as PATCH, nowhere as POST, nowhere as PUT };
