export { default } from '../challenges/(list)/loading.tsx';
