def load_partial(model, state, strict=True, rename=None):
    waiting = {}  # the name it would have in the model, and its key in the state
    for name, key in unwrapped(state):
        target = renamed(name, rename or {})
        if target in waiting:
            raise ValueError(f"{waiting[target]} and {key} are both called {target}")
        waiting[target] = key

    own = model.state_dict()
    loaded, missing, mismatched, fitting = [], [], [], {}
    for name, key in unwrapped(own):
        source = waiting.pop(name, None)
        if source is None:
            missing.append(key)
        elif state[source].shape != own[key].shape:
            mismatched.append(key)
        else:
            fitting[key] = state[source]
            loaded.append(key)
    unexpected = list(waiting.values())

    # Before anything is copied: load_state_dict would have loaded what fits by the time it throws.
    if strict and (missing or mismatched or unexpected):
        raise RuntimeError(f"missing: {missing}; other shape: {mismatched}; unexpected: {unexpected}")
    model.load_state_dict({**own, **fitting})
    return loaded, missing, mismatched, unexpected


def unwrapped(keys):
    wrapped = all(key.startswith("module.") for key in keys)
    return [(key[len("module.") :] if wrapped else key, key) for key in keys]


def renamed(name, rename):
    fitting = [old for old in rename if name == old or name.startswith(f"{old}.")]
    if not fitting:
        return name
    old = max(fitting, key=len)
    return ".".join(part for part in (rename[old], name[len(old) + 1 :]) if part)
