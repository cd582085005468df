// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A drawing as a network sees it, framed as MNIST frames its digits (LeCun et al., 1998, section III.A): scaled
// into 20 of 28 parts of the side, its centre of mass in the middle. strokes are lists of points in a square of
// side 1; ink is 1 and paper 0.
function inkOf(strokes, [height, width]) {
    const kFiner = 8;
    const canvas = element("canvas", {width: width * kFiner, height: height * kFiner});
    const context = canvas.getContext("2d", {willReadFrequently: true});
    const side = Math.min(canvas.width, canvas.height);
    const points = strokes.flat();
    const bounds = [0, 1].map(axis => {
        const all = points.map(point => point[axis]);
        return {low: Math.min(...all), high: Math.max(...all)};
    });
    // A dot is not blown up to fill the frame.
    const largest = Math.max(...bounds.map(({low, high}) => high - low), 0.15);
    const kPen = 2.4 / 28;
    const scale = (20 / 28 - kPen) * side / largest;
    const centre = bounds.map(({low, high}) => (low + high) / 2);
    const paint = middle => {
        context.fillStyle = "black";
        context.fillRect(0, 0, canvas.width, canvas.height);
        drawStrokes(context, strokes, point => [0, 1].map(axis => middle[axis] + (point[axis] - centre[axis]) * scale),
            kPen * side, "white");
        return context.getImageData(0, 0, canvas.width, canvas.height).data;
    };
    const middle = [canvas.width / 2, canvas.height / 2];
    const mass = [0, 0, 0];
    paint(middle).forEach((value, i) => {
        if (i % 4 !== 0)
            return;
        const pixel = i / 4;
        mass[0] += value * (pixel % canvas.width + 0.5);
        mass[1] += value * (Math.floor(pixel / canvas.width) + 0.5);
        mass[2] += value;
    });
    const fine = paint(middle.map((place, axis) => mass[2] > 0 ? 2 * place - mass[axis] / mass[2] : place));
    const ink = new Float32Array(height * width);
    for (let row = 0; row < canvas.height; ++row)
        for (let column = 0; column < canvas.width; ++column)
            ink[Math.floor(row / kFiner) * width + Math.floor(column / kFiner)] +=
                fine[4 * (row * canvas.width + column)] / (255 * kFiner * kFiner);
    return ink;
}

function drawStrokes(context, strokes, place, width, colour) {
    context.lineWidth = width;
    context.lineCap = context.lineJoin = "round";
    context.strokeStyle = colour;
    for (const stroke of strokes) {
        context.beginPath();
        context.moveTo(...place(stroke[0]));
        stroke.forEach(point => context.lineTo(...place(point)));
        context.stroke();
    }
}

questions.drawing = ({shape, dark}, place, ask) => {
    const [height, width, channels] = shape;
    const kSide = 480;
    const paper = element("canvas", {className: "large", width: kSide, height: kSide, tabIndex: 0, role: "application"});
    paper.setAttribute("aria-label", say("Paper to draw on. Arrow keys move the pen, Space puts it down and up."));
    const seen = element("canvas", {className: "pixels", width, height, role: "img"});
    seen.setAttribute("aria-label", say("Your drawing as the network sees it"));
    seen.style.width = "4.5rem";
    const context = paper.getContext("2d");
    let strokes = [];
    let pen = [0.5, 0.5];
    let isDown = false;
    let sample = null;
    function changed() {
        const ink = strokes.length > 0 ? inkOf(strokes, shape) : new Float32Array(height * width);
        sample = Float32Array.from({length: count(shape)}, (_, i) => {
            const value = ink[Math.floor(i / channels)];
            return dark ? 1 - value : value;
        });
        show();
        ask(strokes.length > 0 ? sample : null);
    }
    function show() {
        context.fillStyle = dark ? "white" : "black";
        context.fillRect(0, 0, kSide, kSide);
        drawStrokes(context, strokes, point => point.map(value => value * kSide), kSide / 12, dark ? "black" : "white");
        if (document.activeElement === paper) {
            context.fillStyle = "#1f6fd0";
            context.beginPath();
            context.arc(pen[0] * kSide, pen[1] * kSide, isDown ? 12 : 7, 0, 2 * Math.PI);
            context.fill();
        }
        showSample(seen, sample, shape);
    }
    function movePen(to) {
        pen = to.map(value => limited(value, 0, 1));
        if (isDown)
            strokes.at(-1).push(pen);
        changed();
    }
    function putDown() {
        isDown = true;
        strokes.push([pen]);
        changed();
    }
    const undo = () => {
        isDown = false;
        strokes.pop();
        changed();
    };
    const clear = () => {
        isDown = false;
        strokes = [];
        changed();
    };
    const placeOf = event => {
        const box = paper.getBoundingClientRect();
        return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    };
    paper.addEventListener("pointerdown", event => {
        paper.setPointerCapture(event.pointerId);
        isDown = false;
        movePen(placeOf(event));
        putDown();
    });
    paper.addEventListener("pointermove", event => event.buttons && isDown && movePen(placeOf(event)));
    for (const end of ["pointerup", "pointercancel", "blur"])
        paper.addEventListener(end, () => {
            isDown = false;
            show();
        });
    paper.addEventListener("focus", show);
    paper.addEventListener("keydown", event => {
        const step = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]}[event.key];
        if (step)
            movePen(pen.map((value, axis) => value + step[axis] / 28));
        else if (event.key === " " && isDown) {
            isDown = false;
            show();
        } else if (event.key === " ")
            putDown();
        else if (event.key === "Backspace")
            undo();
        else if (event.key === "Delete")
            clear();
        else
            return;
        event.preventDefault();
    });
    const hint = element("span", {}, say("as the network sees it"));
    place.append(paper,
        element("div", {className: "row"},
            element("button", {type: "button", onclick: undo}, say("Stroke back")),
            element("button", {type: "button", onclick: clear}, say("Clear")),
            ...pictureChooser(shape, say("Open a picture…"), (opened, name) => {
                hint.textContent = opened !== null ? say("as the network sees it")
                    : say("{0} is no picture that this browser can read.", name);
                if (opened === null)
                    return;
                strokes = [];
                isDown = false;
                sample = opened;
                show();
                ask(sample);
            })),
        element("div", {className: "seen"}, seen, hint));
    changed();
    return say("Draw with the mouse or a finger, large. Or with the keys: arrows move the pen, Space puts it down and up.");
};
