'use client';
import { Problem } from '#app/_ui/frame/problem.tsx';

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return <Problem reset={reset} />;
}
