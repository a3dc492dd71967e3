import { notFound } from 'next/navigation';

/** Any address that no page has: not found, in the frame and the language of the site. */
export default function Rest() {
  notFound();
}
