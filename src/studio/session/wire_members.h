// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_request.h"
#include "studio/session/messages.h"

#include <concepts>
#include <type_traits>

/// The members of all that travels between a session and its client, each list once, for writing and for
/// reading. A list takes its structure apart by name, so that a new member does not compile until it is in
/// it.
namespace protomind {

template<class It, class Wanted>
concept Is = std::same_as<std::remove_const_t<It>, Wanted>;

/// A structure without members, in requests and events.
template<class It>
requires std::is_empty_v<It>
void visitMembers(It&, auto&&) {}

template<class Tag>
void visitMembers(StrongId<Tag>& it, auto&& visit) {
    auto& [value] = it;
    visit(value);
}
template<class Tag>
void visitMembers(const StrongId<Tag>& it, auto&& visit) {
    auto& [value] = it;
    visit(value);
}

// What they hold -------------------------------------------------------------------------------------------

void visitMembers(Is<Problem> auto& it, auto&& visit) {
    auto& [kind, sentence, where, remedy] = it;
    visit(kind, sentence, where, remedy);
}
void visitMembers(Is<Position> auto& it, auto&& visit) {
    auto& [x, y, byHand] = it;
    visit(x, y, byHand);
}
void visitMembers(Is<Layer> auto& it, auto&& visit) {
    auto& [id, type, name, settings, position, unknown] = it;
    visit(id, type, name, settings, position, unknown);
}
void visitMembers(Is<Wire> auto& it, auto&& visit) {
    auto& [id, from, to, port, unknown] = it;
    visit(id, from, to, port, unknown);
}
void visitMembers(Is<Augmentation> auto& it, auto&& visit) {
    auto& [shift, turn, scale, flip, noise] = it;
    visit(shift, turn, scale, flip, noise);
}
void visitMembers(Is<AdversarialTraining> auto& it, auto&& visit) {
    auto& [method, norm, epsilon, stepSize, steps, beta, rampEpochs, stop] = it;
    visit(method, norm, epsilon, stepSize, steps, beta, rampEpochs, stop);
}
void visitMembers(Is<GanTraining> auto& it, auto&& visit) {
    auto& [loss, penalty, penaltyWeight, discriminatorSteps, generatorSteps, generatorOptimizer,
           generatorRate, average] = it;
    visit(loss, penalty, penaltyWeight, discriminatorSteps, generatorSteps, generatorOptimizer, generatorRate,
          average);
}
void visitMembers(Is<TrainingSettings> auto& it, auto&& visit) {
    auto& [loss, optimizer, learningRate, optimizerSettings, schedule, scheduleSettings, l1, l2, batchSize,
           epochs, validation, seed, augmentation, adversarial, gan] = it;
    visit(loss, optimizer, learningRate, optimizerSettings, schedule, scheduleSettings, l1, l2, batchSize,
          epochs, validation, seed, augmentation, adversarial, gan);
}
void visitMembers(Is<Experiment> auto& it, auto&& visit) {
    auto& [network, data, training, device, threads, outputNames] = it;
    visit(network, data, training, device, threads, outputNames);
}
void visitMembers(Is<Figure> auto& it, auto&& visit) {
    auto& [name, value] = it;
    visit(name, value);
}
void visitMembers(Is<FigureSum> auto& it, auto&& visit) {
    auto& [name, sum, samples] = it;
    visit(name, sum, samples);
}
void visitMembers(Is<HistoryPoint> auto& it, auto&& visit) {
    auto& [step, epoch, loss, accuracy, validationLoss, validationAccuracy, others] = it;
    visit(step, epoch, loss, accuracy, validationLoss, validationAccuracy, others);
}
void visitMembers(Is<RobustRecord> auto& it, auto&& visit) {
    auto& [accuracy, epoch, norm, epsilon, samples] = it;
    visit(accuracy, epoch, norm, epsilon, samples);
}
void visitMembers(Is<Checkpoint> auto& it, auto&& visit) {
    auto& [variables, step, learningRate, history, epochLoss, epochFigures, epochCorrect, stepsPerEpoch,
           learnedFrom, learnedFromIsKnown, robust] = it;
    visit(variables, step, learningRate, history, epochLoss, epochFigures, epochCorrect, stepsPerEpoch,
          learnedFrom, learnedFromIsKnown, robust);
}
void visitMembers(Is<OutputReading> auto& it, auto&& visit) {
    auto& [meaning, threshold] = it;
    visit(meaning, threshold);
}
void visitMembers(Is<LayerPicture> auto& it, auto&& visit) {
    auto& [layer, kind, channels, values, low, high, neutral] = it;
    visit(layer, kind, channels, values, low, high, neutral);
}
void visitMembers(Is<LayerWeights> auto& it, auto&& visit) {
    auto& [layer, weight, values, update, gradient, penaltyGradient, gradientStep, bias, biases] = it;
    visit(layer, weight, values, update, gradient, penaltyGradient, gradientStep, bias, biases);
}
void visitMembers(Is<Pictures> auto& it, auto&& visit) {
    auto& [step, layers, weights, variables, range, sentence] = it;
    visit(step, layers, weights, variables, range, sentence);
}
void visitMembers(Is<Fix::InsertLayer> auto& it, auto&& visit) {
    auto& [wire, type, settings] = it;
    visit(wire, type, settings);
}
void visitMembers(Is<Fix::AddLayer> auto& it, auto&& visit) {
    auto& [type, settings, from, to] = it;
    visit(type, settings, from, to);
}
void visitMembers(Is<Fix::RemoveLayer> auto& it, auto&& visit) {
    auto& [layer] = it;
    visit(layer);
}
void visitMembers(Is<Fix::AddWire> auto& it, auto&& visit) {
    auto& [from, to, port] = it;
    visit(from, to, port);
}
void visitMembers(Is<Fix::RemoveWire> auto& it, auto&& visit) {
    auto& [wire] = it;
    visit(wire);
}
void visitMembers(Is<Fix::SetField> auto& it, auto&& visit) {
    auto& [layer, field, value] = it;
    visit(layer, field, value);
}
void visitMembers(Is<Fix::ClearField> auto& it, auto&& visit) {
    auto& [layer, field] = it;
    visit(layer, field);
}
void visitMembers(Is<Fix::RenameLayer> auto& it, auto&& visit) {
    auto& [layer, name] = it;
    visit(layer, name);
}
void visitMembers(Is<Fix::SetTraining> auto& it, auto&& visit) {
    auto& [field, value] = it;
    visit(field, value);
}
void visitMembers(Is<Fix> auto& it, auto&& visit) {
    auto& [label, action] = it;
    visit(label, action);
}
void visitMembers(Is<NetworkProblem> auto& it, auto&& visit) {
    auto& [severity, sentence, layer, wire, fixes, kind] = it;
    visit(severity, sentence, layer, wire, fixes, kind);
}

// Lenses ---------------------------------------------------------------------------------------------------

void visitMembers(Is<SampleChoice> auto& it, auto&& visit) {
    auto& [split, index, values] = it;
    visit(split, index, values);
}
void visitMembers(Is<OtherNetwork> auto& it, auto&& visit) {
    auto& [name, experiment, checkpoint] = it;
    visit(name, experiment, checkpoint);
}
void visitMembers(Is<LensRequest> auto& it, auto&& visit) {
    auto& [lens, settings, layer, sample, split, other] = it;
    visit(lens, settings, layer, sample, split, other);
}
void visitMembers(Is<CancelLensRequest> auto& it, auto&& visit) {
    auto& [lens] = it;
    visit(lens);
}
void visitMembers(Is<LensProgress> auto& it, auto&& visit) {
    auto& [lens, share] = it;
    visit(lens, share);
}
void visitMembers(Is<LensAnswered> auto& it, auto&& visit) {
    auto& [request, result] = it;
    visit(request, result);
}
void visitMembers(Is<LensPoint> auto& it, auto&& visit) {
    auto& [x, y] = it;
    visit(x, y);
}
void visitMembers(Is<LensPicture> auto& it, auto&& visit) {
    auto& [title, group, values, colours, low, high, neutral, path, xSetting, ySetting] = it;
    visit(title, group, values, colours, low, high, neutral, path, xSetting, ySetting);
}
void visitMembers(Is<LensCurve> auto& it, auto&& visit) {
    auto& [name, x, y] = it;
    visit(name, x, y);
}
void visitMembers(Is<LensChart> auto& it, auto&& visit) {
    auto& [title, group, kind, xLabel, yLabel, curves, labels, pickSetting] = it;
    visit(title, group, kind, xLabel, yLabel, curves, labels, pickSetting);
}
void visitMembers(Is<LensSample> auto& it, auto&& visit) {
    auto& [index, sentence] = it;
    visit(index, sentence);
}
void visitMembers(Is<LensCell> auto& it, auto&& visit) {
    auto& [text, value, samples] = it;
    visit(text, value, samples);
}
void visitMembers(Is<LensTable> auto& it, auto&& visit) {
    auto& [name, title, corner, columns, rows, cells, matrix, cellLens, rowSetting, columnSetting] = it;
    visit(name, title, corner, columns, rows, cells, matrix, cellLens, rowSetting, columnSetting);
}
void visitMembers(Is<LensCode> auto& it, auto&& visit) {
    auto& [title, name, layers, note, text, language] = it;
    visit(title, name, layers, note, text, language);
}
void visitMembers(Is<NumberPlace> auto& it, auto&& visit) {
    auto& [kind, which, index] = it;
    visit(kind, which, index);
}
void visitMembers(Is<LensFactor> auto& it, auto&& visit) {
    auto& [name, place, at, value] = it;
    visit(name, place, at, value);
}
void visitMembers(Is<LensTerm> auto& it, auto&& visit) {
    auto& [factors, value] = it;
    visit(factors, value);
}
void visitMembers(Is<LensStep> auto& it, auto&& visit) {
    auto& [symbol, kind, terms, folded, foldedSum, function, parameter, value] = it;
    visit(symbol, kind, terms, folded, foldedSum, function, parameter, value);
}
void visitMembers(Is<LensNumbers> auto& it, auto&& visit) {
    auto& [title, symbol, shape] = it;
    visit(title, symbol, shape);
}
void visitMembers(Is<LensWorking> auto& it, auto&& visit) {
    auto& [name, numbers, which, at, steps, value, given, formula, window, receptiveField] = it;
    visit(name, numbers, which, at, steps, value, given, formula, window, receptiveField);
}
void visitMembers(Is<LensArray> auto& it, auto&& visit) {
    auto& [name, numbers] = it;
    visit(name, numbers);
}
void visitMembers(Is<LensLayer> auto& it, auto&& visit) {
    auto& [inputs, output, channel, weights, parts] = it;
    visit(inputs, output, channel, weights, parts);
}
void visitMembers(Is<LensWeightPass> auto& it, auto&& visit) {
    auto& [variable, before, gradient, penaltyGradient, after] = it;
    visit(variable, before, gradient, penaltyGradient, after);
}
void visitMembers(Is<LensLayerPass> auto& it, auto&& visit) {
    auto& [layer, output, logits, outputGradient, passedOn, weights] = it;
    visit(layer, output, logits, outputGradient, passedOn, weights);
}
void visitMembers(Is<LensStepTerm> auto& it, auto&& visit) {
    auto& [name, symbol, before, after] = it;
    visit(name, symbol, before, after);
}
void visitMembers(Is<LensFollowedWeight> auto& it, auto&& visit) {
    auto& [variable, at, optimizer, formula, terms, share] = it;
    visit(variable, at, optimizer, formula, terms, share);
}
void visitMembers(Is<LensTrainingStep> auto& it, auto&& visit) {
    auto& [trainingSamples, batch, place, sample, target, loss, penalty, sampleLoss, learningRate, layers,
           weight] = it;
    visit(trainingSamples, batch, place, sample, target, loss, penalty, sampleLoss, learningRate, layers,
          weight);
}
void visitMembers(Is<LensFigure> auto& it, auto&& visit) {
    auto& [name, value] = it;
    visit(name, value);
}
void visitMembers(Is<PlaneLayer> auto& it, auto&& visit) {
    auto& [name, title, marks, at, colour, shown] = it;
    visit(name, title, marks, at, colour, shown);
}
void visitMembers(Is<LensPlane> auto& it, auto&& visit) {
    auto& [title, xLabel, yLabel, left, right, bottom, top, mapTitle, map, mapLow, mapHigh, lowTitle,
           highTitle, layers] = it;
    visit(title, xLabel, yLabel, left, right, bottom, top, mapTitle, map, mapLow, mapHigh, lowTitle,
          highTitle, layers);
}
void visitMembers(Is<LensResult> auto& it, auto&& visit) {
    auto& [sentences, pictures, planes, sideBySide, charts, tables, codes, workings, layers, trainingSteps,
           figures, made, layer, split, step] = it;
    visit(sentences, pictures, planes, sideBySide, charts, tables, codes, workings, layers, trainingSteps,
          figures, made, layer, split, step);
}

// Requests -------------------------------------------------------------------------------------------------

void visitMembers(Is<PrepareRequest> auto& it, auto&& visit) {
    auto& [experiment, from, renamed] = it;
    visit(experiment, from, renamed);
}
void visitMembers(Is<TrainRequest> auto& it, auto&& visit) {
    auto& [untilStep] = it;
    visit(untilStep);
}
void visitMembers(Is<StepRequest> auto& it, auto&& visit) {
    auto& [unit] = it;
    visit(unit);
}
void visitMembers(Is<SetLearningRateRequest> auto& it, auto&& visit) {
    auto& [learningRate] = it;
    visit(learningRate);
}
void visitMembers(Is<SetSpeedRequest> auto& it, auto&& visit) {
    auto& [stepsPerSecond] = it;
    visit(stepsPerSecond);
}
void visitMembers(Is<EvaluateRequest> auto& it, auto&& visit) {
    auto& [test] = it;
    visit(test);
}
void visitMembers(Is<PredictRequest> auto& it, auto&& visit) {
    auto& [samples] = it;
    visit(samples);
}
void visitMembers(Is<GenerateRequest> auto& it, auto&& visit) {
    auto& [latents] = it;
    visit(latents);
}
void visitMembers(Is<RenameLayersRequest> auto& it, auto&& visit) {
    auto& [checkpoint, renamed] = it;
    visit(checkpoint, renamed);
}
void visitMembers(Is<WatchRequest> auto& it, auto&& visit) {
    auto& [picturesPerSecond, share, channels, side, focus, variables, sample] = it;
    visit(picturesPerSecond, share, channels, side, focus, variables, sample);
}
void visitMembers(Is<SetWeightRequest> auto& it, auto&& visit) {
    auto& [weight, index, value] = it;
    visit(weight, index, value);
}
void visitMembers(Is<RequestEnvelope> auto& it, auto&& visit) {
    auto& [id, request] = it;
    visit(id, request);
}

// Events ---------------------------------------------------------------------------------------------------

void visitMembers(Is<Prepared> auto& it, auto&& visit) {
    auto& [parameters, trainingSamples, validationSamples, testSamples, stepsPerEpoch, batchSize, step,
           weightsTaken, weightsFresh, sampleShape, classNames, compileSeconds, device, deviceName, threads,
           asideNote, notes, dataNotes, warnings, keptAside] = it;
    visit(parameters, trainingSamples, validationSamples, testSamples, stepsPerEpoch, batchSize, step,
          weightsTaken, weightsFresh, sampleShape, classNames, compileSeconds, device, deviceName, threads,
          asideNote, notes, dataNotes, warnings, keptAside);
}
void visitMembers(Is<StateChanged> auto& it, auto&& visit) {
    auto& [state] = it;
    visit(state);
}
void visitMembers(Is<Progress> auto& it, auto&& visit) {
    auto& [step, epoch, loss, accuracy, others, learningRate, stepsPerSecond] = it;
    visit(step, epoch, loss, accuracy, others, learningRate, stepsPerSecond);
}
void visitMembers(Is<EpochDone> auto& it, auto&& visit) {
    auto& [epoch, step, loss, accuracy, validationLoss, validationAccuracy, others, seconds, stepsPerSecond] =
        it;
    visit(epoch, step, loss, accuracy, validationLoss, validationAccuracy, others, seconds, stepsPerSecond);
}
void visitMembers(Is<DivergedEvent> auto& it, auto&& visit) {
    auto& [layer, step, sentence, reason, restoredStep] = it;
    visit(layer, step, sentence, reason, restoredStep);
}
void visitMembers(Is<Evaluated> auto& it, auto&& visit) {
    auto& [split, samples, learnedFrom, loss, accuracy, confusion] = it;
    visit(split, samples, learnedFrom, loss, accuracy, confusion);
}
void visitMembers(Is<Predicted> auto& it, auto&& visit) {
    auto& [outputs, reading] = it;
    visit(outputs, reading);
}
void visitMembers(Is<Generated> auto& it, auto&& visit) {
    auto& [samples] = it;
    visit(samples);
}
void visitMembers(Is<CheckpointTaken> auto& it, auto&& visit) {
    auto& [checkpoint, seconds] = it;
    visit(checkpoint, seconds);
}
void visitMembers(Is<Failed> auto& it, auto&& visit) {
    auto& [problem] = it;
    visit(problem);
}
void visitMembers(Is<Watched> auto& it, auto&& visit) {
    auto& [pictures] = it;
    visit(pictures);
}
void visitMembers(Is<DeviceNews> auto& it, auto&& visit) {
    auto& [state, sentence, stepsTaken] = it;
    visit(state, sentence, stepsTaken);
}
void visitMembers(Is<EventEnvelope> auto& it, auto&& visit) {
    auto& [answers, run, event] = it;
    visit(answers, run, event);
}

} // namespace protomind
