// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include "attacks/attack.h"
#include "attacks/sound_onnx.h"

namespace protomind {

namespace {

Attack model(std::string name, std::function<void(onnx::ModelProto&)> change) {
    return {std::move(name), [change = std::move(change)](const std::filesystem::path& folder) {
                onnx::ModelProto changed = soundOnnx();
                change(changed);
                return writeOnnx(folder, changed);
            }};
}

Attack bytes(std::string name, std::function<std::string(std::string)> change) {
    return {std::move(name), [change = std::move(change)](const std::filesystem::path& folder) {
                writeBytes(folder / "model.onnx", change(soundOnnx().SerializeAsString()));
                return folder / "model.onnx";
            }};
}

onnx::TensorProto& kernel(onnx::ModelProto& model) {
    return *model.mutable_graph()->mutable_initializer(0);
}
onnx::NodeProto& node(onnx::ModelProto& model) {
    return *model.mutable_graph()->mutable_node(0);
}

/// If in If in If: graphs within attributes.
void nest(onnx::GraphProto& graph, int depth) {
    onnx::NodeProto& inner = *graph.add_node();
    inner.set_op_type("If");
    inner.add_input("x");
    inner.add_output("z" + std::to_string(depth));
    onnx::AttributeProto& branch = *inner.add_attribute();
    branch.set_name("then_branch");
    branch.set_type(onnx::AttributeProto::GRAPH);
    if (depth > 0)
        nest(*branch.mutable_g(), depth - 1);
}

} // namespace

std::vector<Attack> onnxAttacks() {
    return {
        model("OnnxOverflowingSizes",
              [](auto& m) {
                  kernel(m).clear_dims();
                  for (int i = 0; i < 3; ++i)
                      kernel(m).add_dims(std::int64_t{1} << 31);
              }),
        model("OnnxNegativeSize", [](auto& m) { kernel(m).set_dims(0, -2); }),
        model("OnnxHugeSize",
              [](auto& m) { kernel(m).set_dims(0, std::numeric_limits<std::int64_t>::max()); }),
        model("OnnxManyAxes",
              [](auto& m) {
                  for (int i = 0; i < 5000; ++i)
                      kernel(m).add_dims(1);
              }),
        model("OnnxFewerNumbersThanSaid", [](auto& m) { kernel(m).mutable_float_data()->Truncate(5); }),
        model("OnnxRawDataOfOtherLength",
              [](auto& m) {
                  kernel(m).clear_float_data();
                  kernel(m).set_raw_data(std::string(23, 'a'));
              }),
        model("OnnxNotANumber",
              [](auto& m) { kernel(m).set_float_data(0, std::numeric_limits<float>::quiet_NaN()); }),
        model("OnnxTextAsWeights",
              [](auto& m) {
                  kernel(m).clear_float_data();
                  kernel(m).set_data_type(onnx::TensorProto::STRING);
                  for (int i = 0; i < 6; ++i)
                      kernel(m).add_string_data("1");
              }),
        model("OnnxUnknownNumbers", [](auto& m) { kernel(m).set_data_type(99); }),
        model("OnnxTwoInitializersOfAName",
              [](auto& m) { *m.mutable_graph()->add_initializer() = kernel(m); }),
        model("OnnxTwoNodesForAnOutput", [](auto& m) { *m.mutable_graph()->add_node() = node(m); }),
        model("OnnxUnknownInput", [](auto& m) { node(m).set_input(0, "nowhere"); }),
        model("OnnxCircle",
              [](auto& m) {
                  onnx::NodeProto& second = *m.mutable_graph()->add_node();
                  second.set_op_type("Relu");
                  second.add_input("y");
                  second.add_output("again");
                  node(m).set_input(0, "again");
              }),
        model("OnnxForeignDomain", [](auto& m) { node(m).set_domain("com.evil"); }),
        model("OnnxUnknownOperator", [](auto& m) { node(m).set_op_type("Backdoor"); }),
        model("OnnxPythonOperator", [](auto& m) { node(m).set_op_type("PyOp"); }),
        model("OnnxFunction",
              [](auto& m) {
                  onnx::FunctionProto& function = *m.add_functions();
                  function.set_name("Gemm");
                  function.set_domain("");
              }),
        model("OnnxNewerFormat", [](auto& m) { m.set_ir_version(1000); }),
        model("OnnxNewerOperators", [](auto& m) { m.mutable_opset_import(0)->set_version(9999); }),
        model("OnnxNegativeVersion", [](auto& m) { m.mutable_opset_import(0)->set_version(-1); }),
        model("OnnxWithoutGraph", [](auto& m) { m.clear_graph(); }),
        model("OnnxWithoutNodes", [](auto& m) { m.mutable_graph()->clear_node(); }),
        model("OnnxWithoutInputs", [](auto& m) { m.mutable_graph()->clear_input(); }),
        model("OnnxWithoutOutputs", [](auto& m) { m.mutable_graph()->clear_output(); }),
        model("OnnxSparse", [](auto& m) { m.mutable_graph()->add_sparse_initializer()->add_dims(6); }),
        model("OnnxDeepGraphs", [](auto& m) { nest(*m.mutable_graph(), 40); }),
        model("OnnxVeryDeepGraphs", [](auto& m) { nest(*m.mutable_graph(), 3000); }),
        model("OnnxManyNodes",
              [](auto& m) {
                  for (int i = 0; i < 6000; ++i) {
                      onnx::NodeProto& relu = *m.mutable_graph()->add_node();
                      relu.set_op_type("Relu");
                      relu.add_input(i == 0 ? "y" : "r" + std::to_string(i - 1));
                      relu.add_output("r" + std::to_string(i));
                  }
                  m.mutable_graph()->mutable_output(0)->set_name("r5999");
              }),
        model("OnnxHugeInput",
              [](auto& m) {
                  auto* shape = m.mutable_graph()->mutable_input(0)->mutable_type()->mutable_tensor_type();
                  shape->mutable_shape()->mutable_dim(1)->set_dim_value(std::int64_t{1} << 40);
              }),
        model("OnnxLongName", [](auto& m) { node(m).set_name(std::string(100'000, 'a')); }),
        model("OnnxHugeStride",
              [](auto& m) {
                  onnx::AttributeProto& alpha = *node(m).add_attribute();
                  alpha.set_name("alpha");
                  alpha.set_type(onnx::AttributeProto::FLOAT);
                  alpha.set_f(std::numeric_limits<float>::infinity());
              }),
        bytes("OnnxTruncated", [](std::string whole) { return whole.substr(0, whole.size() / 2); }),
        bytes("OnnxEmpty", [](const std::string&) { return std::string(); }),
        bytes("OnnxProse", [](const std::string&) { return std::string("This is no model."); }),
        bytes("OnnxLengthOfGigabytes",
              [](std::string whole) { return whole + "\x3a\xff\xff\xff\xff\x07" + "abc"; }),
        bytes("OnnxZeros", [](const std::string&) { return std::string(100'000, '\0'); }),
    };
}

} // namespace protomind
