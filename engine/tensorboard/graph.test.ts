// The graph read back by protobufjs with TensorFlow's message definitions.
import protobuf from 'protobufjs';
import { expect, test } from 'vitest';
import torch, { nn, type Tensor } from '#engine/index.ts';
import { catchWarnings } from '../warnings.ts';

const { root } = protobuf.parse(
  `
  syntax = "proto3";
  message Event {
    double wall_time = 1;
    oneof what { string file_version = 3; bytes graph_def = 4; Tagged tagged_run_metadata = 8; }
  }
  message Tagged { string tag = 1; bytes run_metadata = 2; }
  message RunMetadata { StepStats step_stats = 1; }
  message StepStats { repeated DeviceStepStats dev_stats = 1; }
  message DeviceStepStats { string device = 1; }
  message GraphDef { repeated NodeDef node = 1; VersionDef versions = 4; }
  message VersionDef { int32 producer = 1; }
  message NodeDef { string name = 1; string op = 2; repeated string input = 3; map<string, AttrValue> attr = 5; }
  message AttrValue { oneof value { ListValue list = 1; bytes s = 2; } }
  message ListValue { repeated Shape shape = 7; }
  message Shape { repeated Dim dim = 2; }
  message Dim { int64 size = 1; }
`,
  { keepCase: true },
);
interface GraphNode {
  name: string;
  op: string;
  input: string[];
  attr: { attr: { s: Uint8Array }; _output_shapes?: { list: { shape: { dim: { size: number }[] }[] } } };
}
interface Event {
  graph_def?: Uint8Array;
  tagged_run_metadata?: { tag: string; run_metadata: Uint8Array };
}
const decode = <T>(type: string, bytes: Uint8Array): T => {
  const found = root.lookupType(type);
  return found.toObject(found.decode(bytes), { longs: Number, arrays: true }) as T;
};
function eventsOf(file: Uint8Array): Event[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const events: Event[] = [];
  for (let at = 0; at < file.length; ) {
    const length = Number(view.getBigUint64(at, true));
    events.push(decode('Event', file.subarray(at + 12, at + 12 + length)));
    at += 16 + length;
  }
  return events;
}

class Net extends nn.Module {
  body = new nn.Sequential(new nn.Linear(3, 4), new nn.ReLU(), new nn.Dropout(0.5));
  head = new nn.Linear(4, 2);
  forward(x: Tensor): Tensor {
    return this.head(this.body(x)).softmax(-1);
  }
}

test('a model is logged as the graph that TensorBoard draws', () => {
  const writer = new torch.utils.tensorboard.SummaryWriter('runs/graph');
  const model = new Net().train();
  expect(catchWarnings(() => writer.add_graph(model, torch.randn(5, 3)))).toEqual([]);
  expect(model.training).toBe(true);
  const events = Object.values(writer.event_files()).flatMap(eventsOf);
  const [graph] = events.flatMap((e) => (e.graph_def ? [e.graph_def] : []));
  const { node: nodes, versions } = decode<{ node: GraphNode[]; versions: { producer: number } }>(
    'GraphDef',
    graph ?? new Uint8Array(),
  );
  expect(versions.producer).toBe(22);
  const named = new Map(nodes.map((n) => [n.name, n]));
  expect(named.size).toBe(nodes.length);
  const one = (op: string): GraphNode => nodes.find((n) => n.op === op) as GraphNode;
  expect(nodes[0]).toMatchObject({ name: 'input/x', op: 'IO Node', input: [] });
  expect(nodes[1]).toMatchObject({ name: 'output/output.1', op: 'IO Node', input: [one('aten::softmax').name] });
  expect(one('aten::linear').name).toMatch(/^Net\/Sequential\[body\]\/Linear\[0\]\/\d+$/);
  expect(one('aten::linear').input).toEqual([
    'input/x',
    'Net/Sequential[body]/Linear[0]/weight/weight',
    'Net/Sequential[body]/Linear[0]/bias/bias',
  ]);
  expect(one('aten::softmax').name).toMatch(/^Net\/\d+$/);
  expect(one('aten::softmax').attr._output_shapes?.list.shape[0]?.dim).toEqual([{ size: 5 }, { size: 2 }]);
  for (const n of nodes) for (const input of n.input) expect(named.has(input), `${n.name} <- ${input}`).toBe(true);
  const [run] = events.flatMap((e) => e.tagged_run_metadata ?? []);
  expect(run?.tag).toBe('step1');
  expect(decode('RunMetadata', run?.run_metadata ?? new Uint8Array())).toEqual({
    step_stats: { dev_stats: [{ device: '/device:CPU:0' }] },
  });
});

test('scripted modules and functions are logged with their branches; anything else is refused', () => {
  const writer = new torch.utils.tensorboard.SummaryWriter('runs/scripted');
  const f = torch.jit.script(function choose(x: Tensor): Tensor {
    if (Number(x.sum().item()) > 0) return x.relu();
    return x.neg();
  });
  writer.add_graph(f);
  const events = Object.values(writer.event_files()).flatMap(eventsOf);
  const [graph] = events.flatMap((e) => (e.graph_def ? [e.graph_def] : []));
  const { node: nodes } = decode<{ node: GraphNode[] }>('GraphDef', graph ?? new Uint8Array());
  expect(nodes.map((n) => n.op)).toEqual(expect.arrayContaining(['prim::If', 'aten::relu', 'aten::neg']));
  expect(nodes.find((n) => n.op === 'prim::If')?.input).toHaveLength(3);
  expect(() => Reflect.apply(writer.add_graph, writer, [3])).toThrow('add_graph takes a module');
  expect(() => writer.add_graph(new Net())).toThrow('Tracer cannot infer type of null');
});
