from torch import nn


class TwoLayerClassifier(nn.Module):
    def __init__(self, in_features, hidden, classes, p):
        super().__init__()
        self.fc1 = nn.Linear(in_features, hidden)
        self.dropout = nn.Dropout(p)
        self.fc2 = nn.Linear(hidden, classes)

    def forward(self, x):
        h = self.fc1(x.flatten(1)).relu()
        return self.fc2(self.dropout(h))  # logits: CrossEntropyLoss applies log_softmax itself
