import torch


class Module:
    def __init__(self):
        self.training = True
        self._parameters, self._buffers, self._modules = {}, {}, {}

    def register_parameter(self, name, value):
        self._register(self._parameters, name, value, torch.Tensor)

    def register_buffer(self, name, value):
        self._register(self._buffers, name, value, torch.Tensor)

    def register_module(self, name, module):
        self._register(self._modules, name, module, Module)

    def named_parameters(self):
        seen = set()
        for prefix, module in self._walk():
            for name, value in module._parameters.items():
                if value not in seen:
                    seen.add(value)
                    yield prefix + name, value

    def state_dict(self):
        return {name: value.detach() for name, value in self._tensors()}

    def load_state_dict(self, state, strict=True):
        own = dict(self._tensors())
        missing = [name for name in own if name not in state]
        unexpected = [name for name in state if name not in own]
        problems = [*missing, *unexpected] if strict else []
        problems += [name for name in own if name in state and own[name].shape != state[name].shape]
        if problems:
            raise RuntimeError(f"cannot load: {', '.join(problems)}")
        with torch.no_grad():
            for name, value in own.items():
                if name in state:
                    value.copy_(state[name])
        return missing, unexpected

    def train(self, mode=True):
        for _, module in self._walk():
            module.training = mode
        return self

    def eval(self):
        return self.train(False)

    def apply(self, fn):
        for child in self._modules.values():
            child.apply(fn)
        fn(self)
        return self

    def _walk(self, prefix=""):
        yield prefix, self
        for name, child in self._modules.items():
            yield from child._walk(f"{prefix}{name}.")

    def _tensors(self):
        for prefix, module in self._walk():
            for name, value in (*module._parameters.items(), *module._buffers.items()):
                yield prefix + name, value

    def _register(self, kind, name, value, of):
        if not isinstance(value, of):
            raise TypeError(f"{name} is not a {of.__name__}")
        if name == "" or "." in name:
            raise KeyError(f"a module cannot have a {name!r}")
        for other in (self._parameters, self._buffers, self._modules):
            if other is not kind and name in other:
                raise KeyError(f"{name} is already something else")
        kind[name] = value
