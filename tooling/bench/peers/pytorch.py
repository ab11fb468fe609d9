"""The process of PyTorch: greets on standard output, then answers a request on each line of standard input."""

import ctypes
import json
import math
import sys
import time

CLASSES = 10


def main():
    try:
        import torch
    except ImportError as error:
        return send({"unavailable": str(error)})
    send({"versions": versions(torch)})
    trainings = {}
    for line in sys.stdin:
        request = json.loads(line)
        workload = request["workload"]
        try:
            name = workload["name"]
            if name not in trainings:
                trainings[name] = training(torch, workload)
            start = time.perf_counter()
            loss = trainings[name](request["steps"])
            milliseconds = 1000 * (time.perf_counter() - start)
            send({"milliseconds": milliseconds, "loss": loss if math.isfinite(loss) else None})
        except Exception as error:
            send({"error": str(error)})


def training(torch, workload):
    """A function that makes training steps and gives the loss that the last one started from."""
    if workload["kind"] == "layer":
        return repeating(torch, workload)
    model = network(torch, workload)
    settings = workload["sgd"]
    optimizer = torch.optim.SGD(
        model.parameters(),
        lr=settings["learningRate"],
        momentum=settings["momentum"],
        weight_decay=settings["weightDecay"],
    )
    inputs, targets = samples(torch, workload)
    criterion = torch.nn.CrossEntropyLoss() if workload["loss"] == "crossEntropy" else torch.nn.MSELoss()

    def run(steps):
        for _ in range(steps):
            optimizer.zero_grad()
            loss = criterion(model(inputs), targets)
            loss.backward()
            optimizer.step()
        return loss.item()

    return run


def network(torch, workload):
    nn = torch.nn
    if workload["kind"] == "convolutional":
        inputs, height, width = workload["picture"]
        layers = []
        for convolution in workload["convolutions"]:
            planes, kernel = convolution["planes"], convolution["kernel"]
            layers += [nn.Conv2d(inputs, planes, kernel), nn.ReLU()]
            inputs, height, width = planes, height - kernel + 1, width - kernel + 1
        features = inputs * math.ceil(height / 2) * math.ceil(width / 2)
        return nn.Sequential(
            *layers,
            nn.MaxPool2d(2, ceil_mode=True),
            nn.Flatten(),
            nn.Linear(features, workload["classes"]),
        )
    transfer = {"relu": nn.ReLU, "tanh": nn.Tanh}[workload["transfer"]]
    sizes = workload["sizes"]
    layers = [nn.Linear(sizes[0], sizes[1])]
    for before, after in zip(sizes[1:], sizes[2:]):
        layers += [transfer(), nn.Linear(before, after)]
    return nn.Sequential(*layers)


def repeating(torch, workload):
    """A function that goes forward and backward through a layer and gives the mean of the squares of the last gradient."""
    nn = torch.nn
    size = workload["size"]
    layer = {
        "batchNormalization": lambda: nn.BatchNorm2d(size[1]),
        "maxPooling": lambda: nn.MaxPool2d(2),
        "averagePooling": lambda: nn.AvgPool2d(2),
    }[workload["layer"]]()
    random = uniform()
    noise = torch.tensor([2 * next(random) - 1 for _ in range(math.prod(size))])
    inputs = noise.view(size).requires_grad_()
    outputs = layer(inputs)
    gradient = noise.flip(0)[: outputs.numel()].view(outputs.shape)

    def run(steps):
        for _ in range(steps):
            inputs.grad = None
            layer.zero_grad()
            layer(inputs).backward(gradient)
        return inputs.grad.square().mean().item()

    return run


def samples(torch, workload):
    """The same numbers as src/workloads/samples.ts gives."""
    batch = workload["batch"]
    random = uniform()
    if workload["loss"] == "crossEntropy":
        labels = [sample % CLASSES for sample in range(batch)]
        size = workload["picture"] if workload["kind"] == "convolutional" else [workload["sizes"][0]]
        pixels = [
            [(1 if pixel % CLASSES == label else 0.1) * next(random) for pixel in range(math.prod(size))]
            for label in labels
        ]
        return torch.tensor(pixels).view(batch, *size), torch.tensor(labels)
    x = torch.tensor([[2 * next(random) - 1] for _ in range(batch)])
    return x, 4 * torch.sin(math.pi * x) * torch.cos(6 * math.pi * x * x)


def uniform():
    state = 1
    while True:
        state = (state * 1664525 + 1013904223) % 2**32
        yield state / 2**32


def versions(torch):
    """What it computes with. The configuration that PyTorch tells does not say which BLAS is loaded; OpenBLAS does."""
    found = {"PyTorch": torch.__version__, "Python": sys.version.split()[0]}
    capability = [line for line in torch.__config__.show().splitlines() if "CPU capability" in line]
    if capability:
        found["PyTorch kernels"] = capability[0].split(":")[-1].strip()
    found["PyTorch threads"] = str(torch.get_num_threads())
    blas = openblas()
    if blas is not None:
        found["PyTorch BLAS"] = blas
    return found


def openblas():
    """The configuration and the kernel of the OpenBLAS in this process; None when there is none or it does not tell."""
    try:
        with open("/proc/self/maps") as maps:
            paths = {line.split()[-1] for line in maps if "blas" in line.split()[-1]}
    except OSError:
        return None
    for path in sorted(paths):
        try:
            library = ctypes.CDLL(path)
            library.openblas_get_config.restype = ctypes.c_char_p
            library.openblas_get_corename.restype = ctypes.c_char_p
            config = library.openblas_get_config().decode().strip()
            return f"{config}, kernel {library.openblas_get_corename().decode()}"
        except (AttributeError, OSError):
            continue
    return None


def send(message):
    print(json.dumps(message), flush=True)


main()
