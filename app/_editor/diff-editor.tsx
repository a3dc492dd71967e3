'use client';
import dynamic from 'next/dynamic';

/** As the editor, neither rendered nor compiled for the server. */
export const DiffEditor = dynamic(() => import('./diff-host.tsx').then((module) => module.DiffHost), { ssr: false });
