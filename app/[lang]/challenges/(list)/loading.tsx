export { Loading as default } from '#app/_ui/frame/loading.tsx';
